package io.vidgen.sandbox.internal.media;

import io.vidgen.audio.Resampler;
import io.vidgen.audio.WavReader;
import io.vidgen.audio.WavWriter;
import io.vidgen.model.WordTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Speech over a soft wind, 48 kHz.
 *
 * @param speech one recording for each line
 * @param seconds of the whole
 */
record Soundtrack(List<Recording> speech, int seconds) {
  private static final int RATE = 48_000;
  private static final Duration LEAD = Duration.ofMillis(400);
  private static final Duration GAP = Duration.ofMillis(300);
  private static final double LOUDNESS = 0.7;

  /** 30 dB and more below the speech. */
  private static final double WIND = 0.004;

  /** Time that the lines take, with what is before and between them. */
  Duration length() {
    var length = LEAD;
    for (Recording recording : speech) {
      length = length.plus(recording.duration()).plus(GAP);
    }
    return length;
  }

  /** How much faster the lines must be said to fit; 1 when they do. */
  double haste() {
    double room = seconds - LEAD.toNanos() / 1e9 - speech.size() * GAP.toNanos() / 1e9;
    double needed = length().minus(LEAD).minus(GAP.multipliedBy(speech.size())).toNanos() / 1e9;
    return Math.max(1, needed * 1.03 / Math.max(0.5, room));
  }

  /** The words that are heard before the end. */
  List<WordTiming> words(Duration start) {
    var words = new ArrayList<WordTiming>();
    var at = LEAD;
    for (Recording recording : speech) {
      for (WordTiming word : recording.words()) {
        var moved = word.shifted(at);
        if (moved.end().compareTo(Duration.ofSeconds(seconds)) <= 0) {
          words.add(moved.shifted(start));
        }
      }
      at = at.plus(recording.duration()).plus(GAP);
    }
    return words;
  }

  /** Writes it as WAV. */
  void write(Path file, long seed) throws IOException {
    var samples = new float[seconds * RATE];
    wind(samples, seed);
    double at = LEAD.toNanos() / 1e9;
    for (Recording recording : speech) {
      var sound = WavReader.read(recording.wav());
      var said = new Resampler(sound.rate(), RATE).resample(sound.samples());
      int offset = (int) Math.round(at * RATE);
      double gain = LOUDNESS / peak(said);
      for (int i = 0; i < said.length && offset + i < samples.length; i++) {
        samples[offset + i] += (float) (said[i] * gain);
      }
      at += (recording.duration().toNanos() + GAP.toNanos()) / 1e9;
    }
    try (var writer = new WavWriter(file, RATE)) {
      writer.write(samples, samples.length);
    }
  }

  private static void wind(float[] samples, long seed) {
    var random = new SplittableRandom(seed);
    double slow = 0;
    for (int i = 0; i < samples.length; i++) {
      slow += 0.05 * (random.nextDouble() * 2 - 1 - slow);
      double gust = 0.7 + 0.3 * Math.sin(2 * Math.PI * i / (double) (RATE * 5));
      samples[i] = (float) (slow * gust * WIND * 6);
    }
  }

  private static double peak(float[] samples) {
    double peak = 1e-3;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
