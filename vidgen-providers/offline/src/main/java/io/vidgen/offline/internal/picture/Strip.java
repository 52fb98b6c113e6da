package io.vidgen.offline.internal.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Some rows of a picture, in linear light. A picture is painted strip by strip, so that all layers
 * have the precision of floats while only a strip of them is in memory.
 */
final class Strip {
  static final int ROWS = 64;

  final int width;
  final float[] r;
  final float[] g;
  final float[] b;
  int top;
  int rows;
  private final BufferedImage mask;
  private final byte[] coverage;

  Strip(int width) {
    this.width = width;
    this.r = new float[width * ROWS];
    this.g = new float[width * ROWS];
    this.b = new float[width * ROWS];
    this.mask = new BufferedImage(width, ROWS, BufferedImage.TYPE_BYTE_GRAY);
    this.coverage = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
  }

  void begin(int top, int rows) {
    this.top = top;
    this.rows = rows;
  }

  /** Lays a colour over a pixel. */
  void over(int index, float red, float green, float blue, float share) {
    r[index] += (red - r[index]) * share;
    g[index] += (green - g[index]) * share;
    b[index] += (blue - b[index]) * share;
  }

  void over(int index, Rgb colour, float share) {
    over(index, colour.r(), colour.g(), colour.b(), share);
  }

  /** Adds light to a pixel. */
  void add(int index, Rgb colour, float share) {
    r[index] += colour.r() * share;
    g[index] += colour.g() * share;
    b[index] += colour.b() * share;
  }

  void darken(int index, float factor) {
    r[index] *= factor;
    g[index] *= factor;
    b[index] *= factor;
  }

  /** How much of each pixel of this strip a shape covers, 0 to 255 as unsigned bytes. */
  byte[] coverage(Shape shape) {
    Arrays.fill(coverage, (byte) 0);
    Graphics2D graphics = mask.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(Color.WHITE);
      graphics.translate(0, -top);
      graphics.fill(shape);
    } finally {
      graphics.dispose();
    }
    return coverage;
  }
}
