package io.vidgen.sandbox.internal.speech;

import java.util.Arrays;

/**
 * How loud a recording is over time: decibels above a floor 40 dB below its loudest parts, a value
 * every 10 ms from windows of 50 ms. Free of gain, hardly touched by lossy encoding, and zero in
 * silence, so that two envelopes can be compared as if both went on for ever.
 */
final class Envelope {
  /** Seconds between values. */
  static final double STEP = 0.010;

  /** Values for each one that the first, coarse comparison looks at. */
  static final int COARSE = 5;

  private static final double WINDOW = 0.050;
  private static final double RANGE = 40;
  private static final double LOUD_PERCENTILE = 0.9;
  private static final double ACTIVE = 12;

  private final float[] values;
  private final int first;
  private final int last;

  private Envelope(float[] values) {
    this.values = values;
    int from = 0;
    while (from < values.length && values[from] < ACTIVE) {
      from++;
    }
    int to = values.length;
    while (to > from && values[to - 1] < ACTIVE) {
      to--;
    }
    this.first = from;
    this.last = to;
  }

  /** Measures samples. */
  static Envelope of(float[] samples, int rate) {
    var sums = new double[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      sums[i + 1] = sums[i] + (double) samples[i] * samples[i];
    }
    int count = (int) (samples.length / (rate * STEP));
    var decibels = new double[count];
    for (int k = 0; k < count; k++) {
      int centre = (int) ((k + 0.5) * STEP * rate);
      int from = Math.max(0, centre - (int) (WINDOW / 2 * rate));
      int to = Math.min(samples.length, centre + (int) (WINDOW / 2 * rate));
      double mean = (sums[to] - sums[from]) / Math.max(1, to - from);
      decibels[k] = 10 * Math.log10(mean + 1e-12);
    }
    double loud = loud(decibels);
    var values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = (float) Math.max(0, Math.min(RANGE + 6, decibels[k] - loud + RANGE));
    }
    return new Envelope(values);
  }

  /** Level of the loud parts, whatever silence there is around them. */
  private static double loud(double[] decibels) {
    double loudest = Arrays.stream(decibels).max().orElse(0);
    var heard = Arrays.stream(decibels).filter(d -> d > loudest - RANGE / 2).sorted().toArray();
    return heard.length == 0 ? 0 : heard[(int) (LOUD_PERCENTILE * (heard.length - 1))];
  }

  /** Where the sound begins. */
  int first() {
    return first;
  }

  /** How many values there are from the first sound to the last. */
  int active() {
    return last - first;
  }

  /**
   * Likeness, -1 to 1, of this one moved by {@code offset} and another: the correlation over
   * everything that either of them covers, with silence where one has nothing.
   */
  double likeness(Envelope other, int offset, int stride) {
    double cross = 0;
    double mine = 0;
    double mySquares = 0;
    double its = 0;
    double itsSquares = 0;
    int from = Math.min(first + offset, other.first);
    int to = Math.max(last + offset, other.last);
    int n = 0;
    for (int k = from; k < to; k += stride, n++) {
      double a = value(k - offset);
      double b = other.value(k);
      cross += a * b;
      mine += a;
      mySquares += a * a;
      its += b;
      itsSquares += b * b;
    }
    double spread = (n * mySquares - mine * mine) * (n * itsSquares - its * its);
    return spread <= 0 ? 0 : (n * cross - mine * its) / Math.sqrt(spread);
  }

  private double value(int k) {
    return k >= 0 && k < values.length ? values[k] : 0;
  }
}
