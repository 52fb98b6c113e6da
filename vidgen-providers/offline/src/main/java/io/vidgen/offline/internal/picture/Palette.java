package io.vidgen.offline.internal.picture;

/**
 * The colours of a picture.
 *
 * @param top the sky above
 * @param mid the sky between
 * @param horizon the sky at the horizon, and haze
 * @param light sun, moon and lamps
 * @param far what is far away
 * @param near what is near and darkest
 */
record Palette(Rgb top, Rgb mid, Rgb horizon, Rgb light, Rgb far, Rgb near) {

  static Palette hex(int top, int mid, int horizon, int light, int far, int near) {
    return new Palette(
        Rgb.hex(top), Rgb.hex(mid), Rgb.hex(horizon), Rgb.hex(light), Rgb.hex(far), Rgb.hex(near));
  }

  /** All colours with another hue, colourfulness and lightness. */
  Palette turned(double degrees, double chroma, double lightness) {
    return new Palette(
        top.turned(degrees, chroma, lightness),
        mid.turned(degrees, chroma, lightness),
        horizon.turned(degrees, chroma, lightness),
        light.turned(degrees, chroma, 1),
        far.turned(degrees, chroma, lightness),
        near.turned(degrees, chroma, lightness));
  }

  /** A step of the way from the haze of the distance to the darkness in front. */
  Rgb depth(double nearness) {
    return nearness < 0.5
        ? horizon.mix(far, 0.45 + nearness * 1.1)
        : far.mix(near, (nearness - 0.5) * 2);
  }

  /** The sky at a height. */
  Rgb sky(double fromTop) {
    double t = Math.max(0, Math.min(1, fromTop));
    return t < 0.55 ? top.mix(mid, t / 0.55) : mid.mix(horizon, (t - 0.55) / 0.45);
  }

  /** The sky at 256 heights, for speed. */
  Rgb[] skyTable() {
    Rgb[] table = new Rgb[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = sky(i / 255.0);
    }
    return table;
  }
}
