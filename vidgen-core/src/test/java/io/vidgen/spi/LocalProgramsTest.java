package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalProgramsTest {
  @TempDir private Path first;
  @TempDir private Path second;

  @Test
  void find_onThePath_isTheBestNameInTheFirstDirectory() throws IOException {
    var other = program(first, "python");
    program(second, "python3");

    assertThat(LocalPrograms.find(config(null), "program", "python3", "python")).contains(other);
    var better = program(first, "python3");
    assertThat(LocalPrograms.find(config(null), "program", "python3", "python")).contains(better);
  }

  @Test
  void find_settingNamesAProgram_isThatAsAnAbsolutePath() throws IOException {
    var chosen = program(second, "own");
    program(first, "python");
    var relative = Path.of("").toAbsolutePath().relativize(chosen);

    var found = LocalPrograms.find(config(" " + relative + " "), "program", "python");

    assertThat(found.orElseThrow().normalize()).isEqualTo(chosen).isAbsolute();
  }

  @Test
  void find_settingNamesNoProgram_looksNowhereElse() throws IOException {
    program(first, "python");

    assertThat(LocalPrograms.find(config(second.toString()), "program", "python")).isEmpty();
    assertThat(LocalPrograms.find(config("\0"), "program", "python")).isEmpty();
  }

  @Test
  void find_notExecutable_isNotFound() throws IOException {
    Files.createDirectory(first.resolve("python"));

    assertThat(LocalPrograms.find(config(null), "program", "python")).isEmpty();
  }

  @Test
  void reduce_environment_keepsWhatIsNeededAndAskedFor() {
    var environment = environment("Path", "LC_ALL", "CUDA_HOME", "OMP_DYNAMIC", "TOOL_DATA");

    LocalPrograms.reduce(environment, "CUDA*", "TOOL_DATA");

    assertThat(environment).containsOnlyKeys("Path", "LC_ALL", "CUDA_HOME", "TOOL_DATA");
  }

  @Test
  void reduce_secrets_areGoneWhateverTheyBeginWith() {
    var environment = environment("HOME", "OPENAI_API_KEY", "CUDA_TOKEN", "XDG_PASSWORD");

    LocalPrograms.reduce(environment, "CUDA*");

    assertThat(environment).containsOnlyKeys("HOME");
  }

  private static Map<String, String> environment(String... names) {
    var environment = new HashMap<String, String>();
    Arrays.stream(names).forEach(name -> environment.put(name, "x"));
    return environment;
  }

  private static Path program(Path directory, String name) throws IOException {
    var file = Files.createFile(directory.resolve(name)).toAbsolutePath();
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private ProviderConfig config(@Nullable String setting) {
    return new ProviderConfig() {
      @Override
      public Optional<String> value(String name) {
        return Optional.ofNullable(setting);
      }

      @Override
      public Optional<String> environment(String name) {
        return Optional.of(first + File.pathSeparator + second);
      }
    };
  }
}
