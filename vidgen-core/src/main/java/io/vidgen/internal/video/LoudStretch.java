package io.vidgen.internal.video;

import io.vidgen.audio.WavInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of a recording in which somebody probably speaks: from its first loud stretch to its
 * last. Only loudness is looked at, so music as loud as a voice counts as one.
 *
 * @param start where it begins
 * @param end where it ends, after {@code start}
 */
record LoudStretch(Duration start, Duration end) {
  private static final Duration WINDOW = Duration.ofMillis(20);

  /** Windows that are averaged, so that a click is not taken for a word. */
  private static final int SMOOTH = 5;

  /** Below a tenth of the loudest amplitude, -20 dB, nobody speaks. */
  private static final double QUIET = 0.1;

  /** Where loud and quiet differ by less than 6 dB, they cannot be told apart. */
  private static final double FLAT = 0.5;

  /** Quarter of an hour to begin with. */
  private static final int WINDOWS = 45_000;

  /**
   * Finds it, without holding the sound in memory.
   *
   * @param wav a WAV file of any length
   * @return empty when all of it is about equally loud
   * @throws IOException if it cannot be read
   */
  static Optional<LoudStretch> in(Path wav) throws IOException {
    try (var input = new WavInput(wav)) {
      return of(smoothed(loudness(input)));
    }
  }

  private static double[] loudness(WavInput input) throws IOException {
    var samples = new float[(int) (input.rate() * WINDOW.toMillis() / 1000)];
    var loudness = new double[WINDOWS];
    int count = 0;
    // What is left over at the end is shorter than a window.
    while (input.read(samples) == samples.length) {
      double energy = 0;
      for (float sample : samples) {
        energy += (double) sample * sample;
      }
      if (count == loudness.length) {
        loudness = Arrays.copyOf(loudness, 2 * count);
      }
      loudness[count++] = Math.sqrt(energy / samples.length);
    }
    return Arrays.copyOf(loudness, count);
  }

  private static double[] smoothed(double[] loudness) {
    var smoothed = new double[loudness.length];
    for (int i = 0; i < loudness.length; i++) {
      int from = Math.max(0, i - SMOOTH / 2);
      int to = Math.min(loudness.length, i + SMOOTH / 2 + 1);
      smoothed[i] = Arrays.stream(loudness, from, to).sum() / SMOOTH;
    }
    return smoothed;
  }

  private static Optional<LoudStretch> of(double[] loudness) {
    var sorted = loudness.clone();
    Arrays.sort(sorted);
    double loudest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    double floor = sorted.length == 0 ? 0 : sorted[sorted.length / 10];
    if (loudest == 0 || floor > FLAT * loudest) {
      return Optional.empty();
    }
    // Half way, in decibels, between the background and the voice.
    double least = Math.max(QUIET * loudest, Math.sqrt(floor * loudest));
    int first = 0;
    while (loudness[first] < least) {
      first++;
    }
    int last = loudness.length - 1;
    while (loudness[last] < least) {
      last--;
    }
    return Optional.of(new LoudStretch(WINDOW.multipliedBy(first), WINDOW.multipliedBy(last + 1L)));
  }
}
