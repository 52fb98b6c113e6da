package io.vidgen.offline.internal.picture;

/**
 * A colour in linear light, so that glows add up as light does.
 *
 * @param r red, 0 to 1 and above
 * @param g green
 * @param b blue
 */
record Rgb(float r, float g, float b) {

  static Rgb hex(int rgb) {
    return new Rgb(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
  }

  Rgb times(double factor) {
    return new Rgb((float) (r * factor), (float) (g * factor), (float) (b * factor));
  }

  float luminance() {
    return 0.2126f * r + 0.7152f * g + 0.0722f * b;
  }

  /** Mixes as the eye sees it, in OKLab (B. Ottosson, 2020): no grey or dark in the middle. */
  Rgb mix(Rgb other, double share) {
    double[] from = lab();
    double[] to = other.lab();
    for (int i = 0; i < 3; i++) {
      from[i] += (to[i] - from[i]) * share;
    }
    return fromLab(from);
  }

  /**
   * The colour with another hue, colourfulness and lightness.
   *
   * @param degrees how far around the circle
   * @param chroma factor for its colourfulness
   * @param lightness factor for its perceived lightness
   */
  Rgb turned(double degrees, double chroma, double lightness) {
    double[] lab = lab();
    double angle = Math.toRadians(degrees);
    double a = (lab[1] * Math.cos(angle) - lab[2] * Math.sin(angle)) * chroma;
    double b2 = (lab[1] * Math.sin(angle) + lab[2] * Math.cos(angle)) * chroma;
    return fromLab(new double[] {lab[0] * lightness, a, b2});
  }

  private double[] lab() {
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static Rgb fromLab(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    return new Rgb(
        positive(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        positive(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        positive(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static float positive(double x) {
    return (float) Math.max(0, x);
  }

  private static float linear(int value) {
    double v = value / 255.0;
    return (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
  }
}
