package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ProviderFactoryContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppFactoryTest extends ProviderFactoryContract {
  private static final String MODEL = "vidgen.whisper.model";

  @TempDir private Path directory;

  @Override
  protected ProviderFactory<?> factory() {
    return new WhisperCppTranscriptionProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return new StandIn(directory).set("vidgen.whisper.threads", "2").settings();
  }

  @Override
  protected Set<String> needed() {
    return Set.of("vidgen.whisper.program", MODEL);
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.whisper.program",
        directory.resolve("none").toString(),
        MODEL,
        directory.resolve("none.bin").toString(),
        "vidgen.whisper.threads",
        "many",
        "vidgen.whisper.dtw",
        "maybe");
  }

  @Test
  void factory_serviceLoader_findsIt() {
    assertThat(ServiceLoader.load(TranscriptionProviderFactory.class))
        .anyMatch(WhisperCppTranscriptionProviderFactory.class::isInstance);
  }

  @Test
  void availability_nothingThere_saysWhichFilesFromWhereToWhere() {
    var missing = missing(Map.of("HOME", directory.toString()));

    assertThat(missing.what())
        .contains("whisper-cli is not on the PATH")
        .contains("none is in " + directory.resolve(".cache/vidgen/models"));
    assertThat(missing.remedy())
        .contains("https://github.com/ggml-org/whisper.cpp/releases")
        .contains("https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.bin")
        .contains(directory.resolve(".cache/vidgen/models/ggml-base.bin").toString());
  }

  @Test
  void availability_modelsInTheDirectoryForModels_takesTheBest() throws IOException {
    var models = Files.createDirectories(directory.resolve("cache/vidgen/models"));
    StandIn.modelFile(models.resolve("ggml-tiny.bin"), 51_865, 4, 4);
    StandIn.modelFile(models.resolve("ggml-small.bin"), 51_865, 12, 12);
    var settings =
        Map.of(
            "vidgen.whisper.program",
            settings().get("vidgen.whisper.program"),
            "XDG_CACHE_HOME",
            directory.resolve("cache").toString());

    var provider =
        new WhisperCppTranscriptionProviderFactory().create(FakeProviderConfig.of(settings));

    assertThat(provider.model()).contains("ggml-small.bin");
  }

  @Test
  void availability_nameOfAModelForServers_isNotTakenForAFile() {
    var config =
        Map.of(
            "vidgen.whisper.program", settings().get("vidgen.whisper.program"), MODEL, "whisper-1");

    assertThat(missing(config).what()).contains("no model is set").doesNotContain("whisper-1");
  }

  @Test
  void availability_programOnThePath_isFound() {
    var config = Map.of("PATH", directory.toString(), MODEL, settings().get(MODEL));

    assertThat(factory().availability(FakeProviderConfig.of(config)))
        .isEqualTo(Availability.available());
  }

  @Test
  void availability_onlyMainOnThePath_isNotTaken() throws IOException {
    var model = settings().get(MODEL);
    Files.move(directory.resolve("whisper-cli"), directory.resolve("main"));

    assertThat(missing(Map.of("PATH", directory.toString(), MODEL, model)).what())
        .contains("whisper-cli");
  }

  @Test
  void availability_fileIsNoModel_saysWhy() throws IOException {
    var page = Files.writeString(directory.resolve("page.bin"), "<html>".repeat(100_000));
    var half = directory.resolve("half.bin");
    Files.write(half, new byte[] {0x6c, 0x6d, 0x67, 0x67, 1, 2, 3});

    assertThat(missing(Map.of(MODEL, page.toString())).what()).contains("bytes of a ggml file");
    assertThat(missing(Map.of(MODEL, half.toString())).what()).contains("may have broken off");
    assertThat(missing(Map.of(MODEL, directory + "/absent.bin")).what()).contains("is not there");
  }

  private Availability.Missing missing(Map<String, String> config) {
    return (Availability.Missing) factory().availability(FakeProviderConfig.of(config));
  }
}
