package io.vidgen.sandbox.internal.coqui;

import io.vidgen.audio.Resampler;
import io.vidgen.audio.WavReader;
import io.vidgen.audio.WavWriter;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.internal.media.Voices;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks as these servers do: one text at a time, sentence by sentence, at full scale. */
final class CoquiSynthesizer {
  /** Zeros after each sentence, the last one included. */
  private static final int SILENCE = 10_000;

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?。！？])\\s+");

  private final Studio studio;
  private final CoquiModel model;
  private final ReentrantLock lock = new ReentrantLock(true);

  CoquiSynthesizer(Studio studio, CoquiModel model) {
    this.studio = studio;
    this.model = model;
  }

  /** What was asked for makes the model fail, as Python says it. */
  static final class SynthesisException extends Exception {
    private static final long serialVersionUID = 1L;

    SynthesisException(String message) {
      super(message);
    }
  }

  /**
   * Speaks.
   *
   * @param speaker empty for none
   * @param language empty for none
   * @param clone path of a recording on the server, null for none
   * @param file to write
   */
  void speak(
      String text, String speaker, String language, @Nullable String clone, double speed, Path file)
      throws SynthesisException, IOException, InterruptedException {
    check(text, speaker, language, clone);
    lock.lockInterruptibly();
    try {
      var voice = clone != null ? clone : speaker.isEmpty() ? model.name() : speaker;
      var tag = language.isEmpty() ? "en" : language;
      var words = new ArrayList<WordTiming>();
      var samples = samples(text, tag, voice, speed, words);
      try (var wav = new WavWriter(file, model.rate())) {
        wav.write(samples, samples.length);
      }
      studio.spoken().register(file, words, tag);
    } finally {
      lock.unlock();
    }
  }

  private void check(String text, String speaker, String language, @Nullable String clone)
      throws SynthesisException {
    if (text.isBlank()) {
      throw new SynthesisException("You need to define either `text` (for sythesis) or a ...");
    }
    if (model.speakers().isEmpty()) {
      if (!speaker.isEmpty() && !model.fork()) {
        throw new SynthesisException(" [!] Missing speakers.json file path for selecting speaker");
      }
    } else if (clone != null) {
      if (!clone.startsWith("/voices/")) {
        throw new SynthesisException("[Errno 2] No such file or directory: '" + clone + "'");
      }
    } else if (speaker.isEmpty()) {
      throw new SynthesisException(" [!] Looks like you are using a multi-speaker model.");
    } else if (!model.speakers().contains(speaker)) {
      throw new SynthesisException("'" + speaker + "'");
    }
    if (!model.languages().isEmpty() && !model.languages().contains(language)) {
      throw new SynthesisException(
          language.isEmpty()
              ? " [!] Looks like you are using a multi-lingual model."
              : " [!] Invalid language: '" + language + "'");
    }
  }

  private float[] samples(
      String text, String language, String voice, double speed, List<WordTiming> words)
      throws IOException, InterruptedException {
    var pieces = new ArrayList<float[]>();
    int length = 0;
    for (var sentence : SENTENCES.split(text.strip(), -1)) {
      var recording = studio.voices().speak(new Voices.Order(sentence, language, voice, speed));
      var sound = WavReader.read(recording.wav());
      var samples = new Resampler(sound.rate(), model.rate()).resample(sound.samples());
      var offset = Duration.ofNanos(length * 1_000_000_000L / model.rate());
      for (var word : recording.words()) {
        words.add(
            new WordTiming(
                word.text(), word.start().plus(offset), word.end().plus(offset), word.source()));
      }
      pieces.add(samples);
      length += samples.length + SILENCE;
    }
    return normalised(pieces, length);
  }

  private static float[] normalised(List<float[]> pieces, int length) {
    var all = new float[length];
    int at = 0;
    float peak = 0.01f;
    for (var piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length + SILENCE;
      for (float sample : piece) {
        peak = Math.max(peak, Math.abs(sample));
      }
    }
    for (int i = 0; i < all.length; i++) {
      all[i] /= peak;
    }
    return all;
  }
}
