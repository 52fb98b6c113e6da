package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a plan asks before anything is started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppPlanTest {
  @TempDir private Path directory;
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void check_englishModel_refusesOtherLanguages() {
    var provider = new StandIn(directory).model("ggml-base.en.bin", 51_864, 6).provider();
    var audio = Sounds.seconds(1, directory, call);

    assertThat(provider.check(new TranscriptionRequest(audio, Locale.FRENCH, null, 0)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.toString())
                  .contains("ggml-base.en.bin", "English only", "ggml-base.bin");
            });
    assertThat(provider.check(new TranscriptionRequest(audio, Locale.UK, null, 0))).isEmpty();
    assertThat(provider.check(new TranscriptionRequest(audio, null, null, 0)))
        .singleElement()
        .matches(problem -> problem.severity() == Problem.Severity.WARNING);
    assertThat(provider.capabilities().speaks(Locale.FRENCH)).isFalse();
  }

  @Test
  void model_otherFileOfTheSameName_isAnotherModel() throws Exception {
    var standIn = new StandIn(directory);
    var provider = standIn.provider();
    var first = provider.model();
    var file = directory.resolve("ggml-base.bin");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] = 1;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    assertThat(provider.model()).contains("ggml-base.bin").isNotEqualTo(first);
    assertThat(standIn.set("vidgen.whisper.dtw", "off").provider().model())
        .isNotEqualTo(provider.model());
  }

  @Test
  void expectedTime_largerModelOrLongerSound_isMore() {
    var standIn = new StandIn(directory);
    var audio = Sounds.seconds(1, directory, call);
    var minute = new TranscriptionRequest(audio, null, null, 0, Duration.ofMinutes(1));
    var hour = new TranscriptionRequest(audio, null, null, 0, Duration.ofHours(1));
    var base = standIn.provider();
    var large = standIn.model("ggml-large-v3.bin", 51_866, 32).provider();

    assertThat(base.expectedTime(hour)).isGreaterThan(base.expectedTime(minute).multipliedBy(30));
    assertThat(large.expectedTime(minute)).isGreaterThan(base.expectedTime(minute));
    assertThat(base.callLimit(minute)).isGreaterThan(base.expectedTime(minute).multipliedBy(10));
  }
}
