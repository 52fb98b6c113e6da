package io.vidgen.offline.internal.audio;

/**
 * A second-order filter, by the formulas of R. Bristow-Johnson's "Cookbook formulae for audio
 * equalizer biquad filter coefficients" (W3C Note, 2021). Coefficients come from {@link StrictMath}
 * so that the same text gives the same bytes on every machine.
 */
final class Biquad {
  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double z1;
  private double z2;

  private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
    this.b0 = b0 / a0;
    this.b1 = b1 / a0;
    this.b2 = b2 / a0;
    this.a1 = a1 / a0;
    this.a2 = a2 / a0;
  }

  static Biquad highPass(double rate, double frequency) {
    double w = 2 * StrictMath.PI * frequency / rate;
    double cos = StrictMath.cos(w);
    double alpha = StrictMath.sin(w) / Math.sqrt(2);
    double edge = (1 + cos) / 2;
    return new Biquad(edge, -2 * edge, edge, 1 + alpha, -2 * cos, 1 - alpha);
  }

  /** Changes phases only. */
  static Biquad allPass(double rate, double frequency, double q) {
    double w = 2 * StrictMath.PI * frequency / rate;
    double cos = StrictMath.cos(w);
    double alpha = StrictMath.sin(w) / (2 * q);
    return new Biquad(1 - alpha, -2 * cos, 1 + alpha, 1 + alpha, -2 * cos, 1 - alpha);
  }

  static Biquad peak(double rate, double frequency, double q, double decibels) {
    double a = StrictMath.pow(10, decibels / 40);
    double w = 2 * StrictMath.PI * frequency / rate;
    double cos = StrictMath.cos(w);
    double alpha = StrictMath.sin(w) / (2 * q);
    return new Biquad(
        1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a);
  }

  static Biquad lowShelf(double rate, double frequency, double decibels) {
    return shelf(rate, frequency, decibels, 1);
  }

  static Biquad highShelf(double rate, double frequency, double decibels) {
    return shelf(rate, frequency, decibels, -1);
  }

  /** Both shelves differ only in the sign of the cosine terms. */
  private static Biquad shelf(double rate, double frequency, double decibels, int side) {
    double a = StrictMath.pow(10, decibels / 40);
    double w = 2 * StrictMath.PI * frequency / rate;
    double cos = side * StrictMath.cos(w);
    double root = 2 * Math.sqrt(a) * StrictMath.sin(w) / Math.sqrt(2);
    return new Biquad(
        a * (a + 1 - (a - 1) * cos + root),
        side * 2 * a * (a - 1 - (a + 1) * cos),
        a * (a + 1 - (a - 1) * cos - root),
        a + 1 + (a - 1) * cos + root,
        side * -2 * (a - 1 + (a + 1) * cos),
        a + 1 + (a - 1) * cos - root);
  }

  double next(double x) {
    double y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    return y;
  }
}
