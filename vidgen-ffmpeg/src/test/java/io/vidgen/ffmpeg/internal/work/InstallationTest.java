package io.vidgen.ffmpeg.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.ffmpeg.internal.find.BundledBinary;
import io.vidgen.ffmpeg.internal.find.FfmpegLocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs shell scripts and a bundled program. */
@EnabledOnOs(OS.LINUX)
class InstallationTest {
  private static final Optional<BundledBinary> BUNDLED =
      BundledBinary.find(InstallationTest.class.getClassLoader());

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/no/such/interpreter\n",
        "#!/bin/sh\nexit 1\n",
        "#!/bin/sh\nsleep 300\n",
      })
  void find_withBrokenProgramOnThePath_takesTheBundledOne(String script) throws Exception {
    program(script);
    var locator = new FfmpegLocator(null, folder.toString(), BUNDLED, options().cacheFolder());

    var found = Installation.find(locator, options());

    assertThat(found.located().origin()).startsWith("from jave-nativebin");
  }

  @Test
  void find_withNothingButABrokenProgram_saysWhatIsWrongWithIt() throws Exception {
    var program = program("#!/no/such/interpreter\n");
    var locator = new FfmpegLocator(null, folder.toString(), Optional.empty(), folder);

    assertThatThrownBy(() -> Installation.find(locator, options()))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining(program.toString())
        .hasMessageContaining("cannot be started")
        .hasMessageContaining("install ffmpeg");
  }

  private Path program(String script) throws Exception {
    var program = Files.writeString(folder.resolve("ffmpeg"), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static FfmpegOptions options() {
    return FfmpegOptions.builder()
        .cacheFolder(Path.of("target", "test-cache"))
        .stallLimit(Duration.ofSeconds(3))
        .build();
  }
}
