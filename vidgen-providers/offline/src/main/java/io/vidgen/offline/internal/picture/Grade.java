package io.vidgen.offline.internal.picture;

/**
 * Finishes a strip: calm lower part for captions, vignette, soft highlights, a hint of paper, and
 * dithering, so that no gradient shows steps.
 */
final class Grade {
  /** White text on this luminance has a contrast of 3.7 to 1, without its outline (WCAG 2.2). */
  private static final float CAPTION_LIGHT = 0.235f;

  private static final int TABLE = 4096;
  private static final int TILE = 256;

  private final int width;
  private final int height;
  private final Rgb shadows;
  private final Rgb tint;
  private final float[] encode = new float[TABLE + 2];
  private final float[] paper = new float[TILE * TILE];
  private final float[] dither = new float[TILE * TILE];

  /**
   * A finish.
   *
   * @param palette the colours of the picture
   */
  Grade(int width, int height, Palette palette, long seed) {
    this.width = width;
    this.height = height;
    this.shadows = palette.mid().times(0.012);
    this.tint = palette.far().times(1 / Math.max(0.01, palette.far().luminance()));
    for (int i = 0; i < encode.length; i++) {
      double root = i / (double) TABLE;
      double v = root * root;
      encode[i] =
          (float) (255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
    }
    Dice dice = new Dice(seed);
    for (int i = 0; i < dither.length; i++) {
      float one = dice.unit();
      dither[i] = one - dice.unit();
    }
    for (int i = 0; i < paper.length; i++) {
      float sum = 0;
      for (int k = 0; k < 9; k++) {
        int x = (i + k % 3 - 1) & (TILE - 1);
        int y = (i / TILE + k / 3 - 1) & (TILE - 1);
        sum += dither[y * TILE + x];
      }
      paper[i] = sum * 0.33f;
    }
  }

  /** Turns a strip into rows of red, green and blue bytes. */
  void finish(Strip strip, byte[] rgb) {
    for (int y = 0; y < strip.rows; y++) {
      int absolute = strip.top + y;
      float fy = (absolute + 0.5f) / height;
      float calm = captions(fy);
      float dy = (fy - 0.46f) * 1.05f;
      int tileRow = (absolute & (TILE - 1)) * TILE;
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float dx = (x + 0.5f) / width - 0.5f;
        float factor = 1 - 0.62f * (dx * dx + dy * dy);
        float red = strip.r[i] * factor;
        float green = strip.g[i] * factor;
        float blue = strip.b[i] * factor;
        if (calm > 0) {
          float light = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
          float scale = 1 / (1 + calm * light / CAPTION_LIGHT);
          float share = 0.5f * (1 - scale);
          red = scale * (red + (tint.r() * light - red) * share);
          green = scale * (green + (tint.g() * light - green) * share);
          blue = scale * (blue + (tint.b() * light - blue) * share);
        }
        int tile = tileRow + (x & (TILE - 1));
        float grain = paper[tile] + dither[tile] * 0.6f;
        rgb[3 * i] = encoded(red + shadows.r(), grain);
        rgb[3 * i + 1] = encoded(green + shadows.g(), grain);
        rgb[3 * i + 2] = encoded(blue + shadows.b(), grain);
      }
    }
  }

  /** 1 where captions are burned, 0 in the upper half. */
  private static float captions(float fy) {
    float t = Math.max(0, Math.min(1, (fy - 0.49f) / 0.2f));
    return t * t * (3 - 2 * t);
  }

  private byte encoded(float linear, float grain) {
    float soft =
        linear <= 0.72f ? linear : 0.72f + 0.28f * (1 - 1 / (1 + (linear - 0.72f) / 0.28f));
    float place = (float) Math.sqrt(Math.max(0, soft)) * TABLE;
    int index = (int) place;
    float value = encode[index] + (encode[index + 1] - encode[index]) * (place - index);
    int rounded = (int) (value + grain + 0.5f);
    return (byte) Math.max(0, Math.min(255, rounded));
  }
}
