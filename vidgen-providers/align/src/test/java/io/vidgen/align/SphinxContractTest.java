package io.vidgen.align;

import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.TranscriptionProviderContract;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SphinxContractTest extends TranscriptionProviderContract {
  private static final String TEXT = "The boats went out before the sun was up.";

  private byte[] wav;
  private Duration length;

  @BeforeAll
  void speak() throws Exception {
    try (var call = FakeCallContext.create()) {
      SpeechResult spoken = Recordings.speak(TEXT, call);
      wav = call.bytes(spoken.audio());
      length = spoken.duration();
    }
  }

  @Override
  protected TranscriptionProvider provider() {
    return Recordings.aligner();
  }

  @Override
  protected TranscriptionRequest request(FakeCallContext context) {
    return new TranscriptionRequest(
        context.input(wav, "audio/wav"), Locale.ENGLISH, TEXT, 0, length);
  }

  @Override
  protected List<TranscriptionRequest> requestsItCannotServe(FakeCallContext context) {
    var audio = context.input(wav, "audio/wav");
    return List.of(
        new TranscriptionRequest(audio, Locale.ENGLISH, null, 0),
        new TranscriptionRequest(audio, Locale.FRENCH, TEXT, 0),
        new TranscriptionRequest(audio, Locale.ENGLISH, "word ".repeat(20_000), 0));
  }

  @Override
  protected Duration recordingLength() {
    return length;
  }
}
