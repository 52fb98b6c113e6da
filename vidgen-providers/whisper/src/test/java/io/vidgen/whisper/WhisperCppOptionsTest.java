package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.testkit.FakeProviderConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppOptionsTest {
  @TempDir private Path directory;

  @Test
  void provider_ofOptions_isTheOneOfTheSameSettings() {
    var settings =
        new StandIn(directory)
            .set("vidgen.whisper.threads", "2")
            .set("vidgen.whisper.dtw", "off")
            .settings();
    var options =
        WhisperCppOptions.builder()
            .program(Path.of(settings.get("vidgen.whisper.program")))
            .model(Path.of(settings.get("vidgen.whisper.model")))
            .threads(2)
            .attentionTimes(false)
            .build();

    var provider = new WhisperCppTranscriptionProvider(options);

    var found = new WhisperCppTranscriptionProviderFactory().create(config(settings));
    assertThat(provider.id()).isEqualTo("whisper-cpp").isEqualTo(found.id());
    assertThat(provider.model()).isEqualTo(found.model()).endsWith("/dtw-off");
    assertThat(provider.capabilities()).isEqualTo(found.capabilities());
  }

  @Test
  void provider_modelThatIsNotThere_saysWhereToGetOne() {
    var settings = new StandIn(directory).settings();
    var options =
        WhisperCppOptions.builder()
            .program(Path.of(settings.get("vidgen.whisper.program")))
            .model(directory.resolve("none.bin"))
            .build();

    assertThatThrownBy(() -> new WhisperCppTranscriptionProvider(options))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("none.bin");
  }

  @Test
  void builder_valuesThatCannotBe_failAtTheirLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhisperCppOptions.builder().threads(0))
        .withMessageContaining("threads");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhisperCppOptions.builder().model(Path.of("whisper-1")))
        .withMessageContaining(".bin");
  }

  private static FakeProviderConfig config(Map<String, String> settings) {
    return FakeProviderConfig.of(settings);
  }
}
