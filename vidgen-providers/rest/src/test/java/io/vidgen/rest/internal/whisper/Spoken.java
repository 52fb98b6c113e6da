package io.vidgen.rest.internal.whisper;

import io.vidgen.model.WordTiming;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A recording that a sandbox knows.
 *
 * @param wav its bytes
 * @param length how long it is
 * @param words what is said
 */
record Spoken(byte[] wav, Duration length, List<WordTiming> words) {
  static final String TEXT =
      "The boats went out before the sun was up. Nobody in the village saw them again, and the sea"
          + " doesn't tell.";

  @SuppressWarnings("unchecked")
  static Spoken in(Sandbox sandbox) throws Exception {
    var voice = new FreeTtsSpeechProviderFactory().create(FakeProviderConfig.of(Map.of()));
    try (var call = FakeCallContext.create()) {
      var result =
          ((QuickWork<SpeechRequest, SpeechResult>) voice.work())
              .call(new SpeechRequest(TEXT, Locale.ENGLISH, null, null, 0), call);
      var file = call.file(result.audio());
      sandbox.register(file, result.words());
      return new Spoken(Files.readAllBytes(file), result.duration(), result.words());
    }
  }
}
