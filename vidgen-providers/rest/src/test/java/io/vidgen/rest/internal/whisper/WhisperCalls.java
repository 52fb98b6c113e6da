package io.vidgen.rest.internal.whisper;

import io.vidgen.audio.WavWriter;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Short ways to ask a Whisper server. */
final class WhisperCalls {
  private WhisperCalls() {}

  static WhisperTranscriptionProvider provider(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new WhisperTranscriptionProvider(FakeProviderConfig.of(settings));
  }

  @SuppressWarnings("unchecked")
  static TranscriptionResult transcribe(
      WhisperTranscriptionProvider provider, Artifact audio, Locale language, CallContext context)
      throws Exception {
    return ((QuickWork<TranscriptionRequest, TranscriptionResult>) provider.work())
        .call(new TranscriptionRequest(audio, language, null, 0), context);
  }

  static VidgenException failure(
      WhisperTranscriptionProvider provider, Artifact audio, CallContext context) {
    try {
      transcribe(provider, audio, Locale.ENGLISH, context);
    } catch (VidgenException e) {
      return e;
    } catch (Exception e) {
      throw new AssertionError("not typed", e);
    }
    throw new AssertionError("did not fail");
  }

  /** A tone with half a second of silence at every tenth second. */
  static Artifact tone(int seconds, int rate, FakeCallContext context) throws Exception {
    float[] sound = new float[seconds * rate];
    for (int i = 0; i < sound.length; i++) {
      boolean pause = i / (rate / 2) % 20 == 19;
      sound[i] = pause ? 0 : (float) (0.4 * Math.sin(i * 600.0 / rate));
    }
    var file = context.workDirectory().resolve("tone.wav");
    try (var wav = new WavWriter(file, rate)) {
      wav.write(sound, sound.length);
    }
    return context.store(file, "audio/wav");
  }
}
