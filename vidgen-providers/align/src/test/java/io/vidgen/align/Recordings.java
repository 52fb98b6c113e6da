package io.vidgen.align;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.audio.WavReader;
import io.vidgen.audio.WavWriter;
import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recordings whose words and times are known. */
final class Recordings {
  static final String JFK =
      "And so my fellow Americans ask not what your country can do for you ask what you can do for"
          + " your country";

  private static final ProviderConfig NOTHING =
      new ProviderConfig() {
        @Override
        public Optional<String> value(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<String> environment(String name) {
          return Optional.empty();
        }
      };

  private Recordings() {}

  static TranscriptionProvider aligner() {
    return new SphinxTranscriptionProviderFactory().create(NOTHING);
  }

  static SpeechResult speak(String text, FakeCallContext call) throws Exception {
    var voice = new FreeTtsSpeechProviderFactory().create(NOTHING);
    var request = new SpeechRequest(text, Locale.ENGLISH, null, null, 0);
    return ((QuickWork<SpeechRequest, SpeechResult>) voice.work()).call(request, call);
  }

  static List<WordTiming> align(
      TranscriptionProvider aligner, Artifact audio, String text, FakeCallContext call)
      throws IOException, InterruptedException {
    var work = (QuickWork<TranscriptionRequest, TranscriptionResult>) aligner.work();
    return work.call(new TranscriptionRequest(audio, Locale.ENGLISH, text, 0), call).words();
  }

  static Artifact wav(float[] samples, int rate, FakeCallContext call) throws IOException {
    var file = call.workDirectory().resolve("sound.wav");
    try (var wav = new WavWriter(file, rate)) {
      wav.write(samples, samples.length);
    }
    return call.store(file, "audio/wav");
  }

  static WavReader.Sound sound(Artifact audio, FakeCallContext call) throws IOException {
    return WavReader.read(call.file(audio));
  }

  static Artifact jfk(FakeCallContext call) throws IOException {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null) {
      var file = directory.resolve("shared/media/jfk.wav");
      if (Files.isRegularFile(file)) {
        return call.input(Files.readAllBytes(file), "audio/wav");
      }
      directory = directory.getParent();
    }
    assumeTrue(false, "needs shared/media/jfk.wav beside the project");
    throw new AssertionError("not reached");
  }

  /** Differences of the starts in milliseconds, in order of size. */
  static List<Long> errors(List<WordTiming> truth, List<WordTiming> found) {
    List<Long> errors = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      errors.add(Math.abs(truth.get(i).start().toMillis() - found.get(i).start().toMillis()));
    }
    Collections.sort(errors);
    return errors;
  }
}
