package io.vidgen.offline.internal.picture;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** An outline filled with a colour that runs from its top to its bottom. */
final class ShapeLayer implements Layer {
  private final Shape shape;
  private final Rectangle2D bounds;
  private final Rgb upper;
  private final Rgb lower;
  private final float upperShare;
  private final float lowerShare;
  private final boolean light;

  private ShapeLayer(
      Shape shape, Rgb upper, Rgb lower, double upperShare, double lowerShare, boolean light) {
    this.shape = shape;
    this.bounds = shape.getBounds2D();
    this.upper = upper;
    this.lower = lower;
    this.upperShare = (float) upperShare;
    this.lowerShare = (float) lowerShare;
    this.light = light;
  }

  static ShapeLayer solid(Shape shape, Rgb colour) {
    return new ShapeLayer(shape, colour, colour, 1, 1, false);
  }

  static ShapeLayer of(Shape shape, Rgb upper, Rgb lower, double upperShare, double lowerShare) {
    return new ShapeLayer(shape, upper, lower, upperShare, lowerShare, false);
  }

  /** Adds light instead of covering. */
  static ShapeLayer light(Shape shape, Rgb upper, Rgb lower) {
    return new ShapeLayer(shape, upper, lower, 1, 1, true);
  }

  @Override
  public void paint(Strip strip) {
    int first = (int) Math.max(0, Math.floor(bounds.getMinY()) - 1 - strip.top);
    int last = (int) Math.min(strip.rows, Math.ceil(bounds.getMaxY()) + 1 - strip.top);
    int left = (int) Math.max(0, Math.floor(bounds.getMinX()) - 1);
    int right = (int) Math.min(strip.width, Math.ceil(bounds.getMaxX()) + 1);
    if (first >= last || left >= right) {
      return;
    }
    byte[] coverage = strip.coverage(shape);
    for (int y = first; y < last; y++) {
      double t = (strip.top + y - bounds.getMinY()) / Math.max(1, bounds.getHeight());
      float down = (float) Math.max(0, Math.min(1, t));
      float share = (upperShare + (lowerShare - upperShare) * down) / 255;
      float red = upper.r() + (lower.r() - upper.r()) * down;
      float green = upper.g() + (lower.g() - upper.g()) * down;
      float blue = upper.b() + (lower.b() - upper.b()) * down;
      for (int x = left; x < right; x++) {
        int i = y * strip.width + x;
        int covered = coverage[i] & 0xFF;
        if (covered == 0) {
          continue;
        }
        if (light) {
          strip.r[i] += red * covered * share;
          strip.g[i] += green * covered * share;
          strip.b[i] += blue * covered * share;
        } else {
          strip.over(i, red, green, blue, covered * share);
        }
      }
    }
  }
}
