package io.vidgen.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a recording of one sentence is silent.
 *
 * @param start seconds at which the speech begins
 * @param end seconds at which it ends
 * @param pauses silences in between, in order
 */
public record Silences(double start, double end, List<Pause> pauses) {
  private static final double WINDOW = 0.010;
  private static final double SHORTEST = 0.060;

  /** Below a hundredth of the loudest window's amplitude is silence: -40 dB. */
  private static final double QUIET = 0.01;

  /** Copies the list. */
  public Silences {
    pauses = List.copyOf(pauses);
  }

  /**
   * A silence between words.
   *
   * @param start seconds
   * @param end seconds
   */
  public record Pause(double start, double end) {}

  /**
   * Measures a sound.
   *
   * @param sound samples
   * @param rate samples per second
   * @return its silences; start and end are equal when there is no speech
   */
  public static Silences of(float[] sound, int rate) {
    int window = Math.max(1, (int) (rate * WINDOW));
    double[] energy = new double[sound.length / window];
    double highest = 0;
    for (int i = 0; i < energy.length; i++) {
      for (int k = i * window; k < (i + 1) * window; k++) {
        energy[i] += (double) sound[k] * sound[k];
      }
      highest = Math.max(highest, energy[i]);
    }
    double threshold = highest * QUIET * QUIET;
    int first = 0;
    while (first < energy.length && energy[first] <= threshold) {
      first++;
    }
    int last = energy.length;
    while (last > first && energy[last - 1] <= threshold) {
      last--;
    }
    List<Pause> pauses = new ArrayList<>();
    int quietFrom = -1;
    for (int i = first; i < last; i++) {
      if (energy[i] <= threshold) {
        quietFrom = quietFrom < 0 ? i : quietFrom;
      } else if (quietFrom >= 0) {
        if ((i - quietFrom) * WINDOW >= SHORTEST) {
          pauses.add(new Pause(quietFrom * WINDOW, i * WINDOW));
        }
        quietFrom = -1;
      }
    }
    return new Silences(first * WINDOW, last * WINDOW, pauses);
  }
}
