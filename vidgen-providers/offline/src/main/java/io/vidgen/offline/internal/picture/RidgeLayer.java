package io.vidgen.offline.internal.picture;

import org.jspecify.annotations.Nullable;

/**
 * Land below a line: mountains, dunes, waves of paper. Its colour runs from the line downwards; it
 * may have a lit edge and throw a soft shadow on what is behind it.
 */
final class RidgeLayer implements Layer {
  private final float[] line;
  private final Rgb[] colours = new Rgb[256];
  private final float depth;
  private final float highest;
  private float shadow;
  private float shadowLength = 1;
  private float @Nullable [] slope;
  private Rgb rim = new Rgb(0, 0, 0);
  private float rimWidth;

  /**
   * Land.
   *
   * @param line height in pixels from the top, for each column
   * @param upper colour at the line
   * @param lower colour at {@code depth} pixels below it and further down
   */
  RidgeLayer(float[] line, Rgb upper, Rgb lower, double depth) {
    this.line = line;
    this.depth = (float) depth;
    for (int i = 0; i < colours.length; i++) {
      colours[i] = upper.mix(lower, i / 255.0);
    }
    float least = Float.MAX_VALUE;
    for (float y : line) {
      least = Math.min(least, y);
    }
    this.highest = least;
  }

  RidgeLayer shadow(double strength, double length) {
    this.shadow = (float) strength;
    this.shadowLength = (float) length;
    return this;
  }

  RidgeLayer rim(Rgb colour, double width) {
    this.rim = colour;
    this.rimWidth = (float) width;
    return this;
  }

  /** Shades the land by its slope, as a light from one side does. */
  RidgeLayer lit(double lightX, double strength, int reach) {
    float[] shades = new float[line.length];
    for (int x = 0; x < line.length; x++) {
      int from = Math.max(0, x - reach);
      int to = Math.min(line.length - 1, x + reach);
      float rise = (line[to] - line[from]) / Math.max(1, to - from);
      float towards = Math.max(-1, Math.min(1, (float) ((x - lightX) / line.length * 4)));
      shades[x] = 1 - (float) strength * Math.max(-1, Math.min(1, rise * 1.6f * towards));
    }
    this.slope = shades;
    return this;
  }

  @Override
  public void paint(Strip strip) {
    float reach = shadow > 0 ? shadowLength * 4 : 1;
    if (strip.top + strip.rows < highest - reach) {
      return;
    }
    for (int y = 0; y < strip.rows; y++) {
      int offset = y * strip.width;
      float absolute = strip.top + y + 0.5f;
      for (int x = 0; x < strip.width; x++) {
        float below = absolute - line[x];
        if (below > -0.5f) {
          land(strip, offset + x, below, shade(x, below));
        } else if (shadow > 0 && below > -reach) {
          strip.darken(offset + x, 1 - shadow * (float) Math.exp(below / shadowLength));
        }
      }
    }
  }

  private float shade(int x, float below) {
    if (slope == null) {
      return 1;
    }
    float share = Math.max(0, 1 - below / (depth * 0.8f));
    return 1 + (slope[x] - 1) * share;
  }

  private void land(Strip strip, int index, float below, float shade) {
    Rgb colour = colours[Math.max(0, Math.min(255, (int) (below / depth * 255)))];
    float share = Math.min(1, below + 0.5f);
    strip.over(index, colour.r() * shade, colour.g() * shade, colour.b() * shade, share);
    if (below < rimWidth * 4 && below > 0) {
      float fade = 1 - below / (rimWidth * 4);
      strip.add(index, rim, fade * fade * fade);
    }
  }
}
