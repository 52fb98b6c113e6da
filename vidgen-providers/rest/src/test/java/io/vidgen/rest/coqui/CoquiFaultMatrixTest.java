package io.vidgen.rest.coqui;

import io.vidgen.error.FailureKind;
import io.vidgen.rest.contract.FaultMatrix;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** Every fault at every operation: a typed end in time, and one request, two for a mute page. */
final class CoquiFaultMatrixTest extends FaultMatrix {
  CoquiFaultMatrixTest() {
    super(Vendor.COQUI, "coqui", "Tts", "Speech");
  }

  @Override
  protected int most(FaultCase fault) {
    return fault.fault() instanceof Fault.VendorError e && e.name().equals("page") ? 2 : 1;
  }

  /** A short answer may drip in time, and nobody needs its type. */
  @Override
  protected boolean mayBeHarmless(FaultCase fault) {
    return fault.fault() instanceof Fault.Slow
        || (fault.fault() instanceof Fault.Garbled g && g.how() != Fault.Garbling.TRUNCATED);
  }

  @Override
  protected FailureKind meaning(Fault.VendorError error) {
    return switch (error.name()) {
      case "memory" -> FailureKind.UNAVAILABLE;
      case "forbidden" -> FailureKind.AUTHENTICATION;
      default -> FailureKind.INVALID_REQUEST;
    };
  }

  @Override
  protected void call(String operation, Duration timeout) throws Exception {
    var options =
        CoquiOptions.builder(URI.create(sandbox.url(Vendor.COQUI)))
            .timeout(timeout)
            .route(operation.equals("Speech") ? CoquiRoute.OPENAI : CoquiRoute.TTS)
            .build();
    switch (operation) {
      case "Voices" -> new CoquiClient(options).voices();
      case "Locales" -> new CoquiClient(options).probe();
      default -> {
        var work = (QuickWork<SpeechRequest, SpeechResult>) new CoquiSpeechProvider(options).work();
        try (var context = FakeCallContext.create()) {
          work.call(new SpeechRequest("Hello there.", Locale.ENGLISH, null, null, 0), context);
        }
      }
    }
  }
}
