package io.vidgen.audio;

/**
 * Brings speech to another sampling rate with a windowed-sinc low-pass. Linear phase: its delay is
 * taken out, so that a sample keeps its time. Made for one sentence at a time.
 */
public final class Resampler {
  /** Zero crossings on each side; 24 keep images 90 dB down with this window. */
  private static final int CROSSINGS = 24;

  private static final double ROLL_OFF = 0.94;
  private static final double KAISER_BETA = 9;

  private final int up;
  private final int down;
  private final int reach;
  private final float[][] phases;

  /**
   * Prepares the filter.
   *
   * @param from samples per second that come
   * @param to samples per second that are wanted
   */
  public Resampler(int from, int to) {
    int divisor = gcd(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    double cutoff = Math.min(1, (double) to / from) * ROLL_OFF;
    this.reach = (int) StrictMath.ceil(CROSSINGS / cutoff);
    this.phases = new float[up][];
    for (int phase = 0; phase < up; phase++) {
      phases[phase] = taps((double) phase / up, cutoff);
    }
  }

  /**
   * Resamples a whole sound with silence around it.
   *
   * @param sound samples
   * @return as long, at the new rate
   */
  public float[] resample(float[] sound) {
    if (up == down) {
      return sound.clone();
    }
    int length = (int) ((long) sound.length * up / down);
    float[] result = new float[length];
    for (int i = 0; i < length; i++) {
      long position = (long) i * down;
      int centre = (int) (position / up);
      float[] taps = phases[(int) (position % up)];
      int first = centre - reach + 1;
      int from = Math.max(0, -first);
      int to = Math.min(taps.length, sound.length - first);
      float sum = 0;
      for (int k = from; k < to; k++) {
        sum += taps[k] * sound[first + k];
      }
      result[i] = sum;
    }
    return result;
  }

  private float[] taps(double offset, double cutoff) {
    double[] taps = new double[2 * reach];
    double sum = 0;
    for (int k = 0; k < taps.length; k++) {
      double x = k - reach + 1 - offset;
      double window = kaiser(x / reach);
      taps[k] = window * sinc(x * cutoff);
      sum += taps[k];
    }
    float[] result = new float[taps.length];
    for (int k = 0; k < taps.length; k++) {
      result[k] = (float) (taps[k] / sum);
    }
    return result;
  }

  private static double sinc(double x) {
    double angle = StrictMath.PI * x;
    return x == 0 ? 1 : StrictMath.sin(angle) / angle;
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < 40; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
