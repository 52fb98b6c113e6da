package io.vidgen.whisper;

import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.TranscriptionProviderContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppContractTest extends TranscriptionProviderContract {
  @TempDir private Path directory;

  @Override
  protected TranscriptionProvider provider() {
    return new StandIn(directory)
        .answer(
            FullJson.in("fr")
                .token(" Bonjour", 100, 700)
                .token(" Marie", 700, 1_200)
                .token(".", 1_200, 9_000)
                .segment(0, 9_000)
                .bytes())
        .provider();
  }

  @Override
  protected TranscriptionRequest request(FakeCallContext context) {
    return new TranscriptionRequest(
        Sounds.seconds(2, directory, context), Locale.FRENCH, null, 0, recordingLength());
  }

  @Override
  protected List<TranscriptionRequest> requestsItCannotServe(FakeCallContext context) {
    var wav = Sounds.seconds(2, directory, context);
    return List.of(
        new TranscriptionRequest(wav, Locale.forLanguageTag("eo"), null, 0),
        new TranscriptionRequest(wav, Locale.FRENCH, null, 0, Duration.ofHours(5)),
        new TranscriptionRequest(context.input(new byte[9], "audio/mpeg"), null, null, 0));
  }

  @Override
  protected Duration recordingLength() {
    return Duration.ofSeconds(2);
  }
}
