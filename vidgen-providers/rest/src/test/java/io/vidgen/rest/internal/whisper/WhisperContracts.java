package io.vidgen.rest.internal.whisper;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.TranscriptionProviderContract;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract, with a server of the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WhisperContracts extends TranscriptionProviderContract {
  Sandbox sandbox;
  Spoken spoken;

  @BeforeAll
  void speak() throws Exception {
    sandbox = Sandbox.builder().scale(0).start();
    spoken = Spoken.in(sandbox);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  String url() {
    return sandbox.url(Vendor.WHISPER);
  }

  @Override
  protected abstract TranscriptionProvider provider();

  @Override
  protected TranscriptionRequest request(FakeCallContext context) {
    var audio = context.input(spoken.wav(), "audio/wav");
    return new TranscriptionRequest(audio, Locale.ENGLISH, null, 0, spoken.length());
  }

  @Override
  protected List<TranscriptionRequest> requestsItCannotServe(FakeCallContext context) {
    return List.of(
        new TranscriptionRequest(context.input(new byte[9], "image/png"), null, null, 0));
  }

  @Override
  protected Duration recordingLength() {
    return spoken.length();
  }
}
