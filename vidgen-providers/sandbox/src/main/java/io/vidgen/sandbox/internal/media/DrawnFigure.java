package io.vidgen.sandbox.internal.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Draws characters with a large flat area of their colour, and pale places for them to be in. */
public final class DrawnFigure {
  private static final Color SKIN = new Color(0xE8C4A4);
  private static final int PATCHES_IN_A_ROW = 4;
  private static final Color HAIR = new Color(0x4A4038);

  private DrawnFigure() {}

  /** A whole picture of one character, head to hip, in a place that the seed decides. */
  public static BufferedImage picture(int width, int height, int signature, long seed) {
    return picture(width, height, List.of(signature), seed);
  }

  /** The same with a flat area for each further colour. */
  public static BufferedImage picture(int width, int height, List<Integer> signatures, long seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = graphics(image);
    try {
      place(g, width, height, seed);
      int tall = (int) (height * 0.8);
      int wide = (int) Math.min(width * 0.8, tall * 0.7);
      var upright = g.getTransform();
      g.translate((width - wide) / 2.0, height - tall);
      figure(g, wide, tall, signatures.get(0));
      g.setTransform(upright);
      var others = signatures.subList(1, signatures.size());
      if (!others.isEmpty()) {
        int margin = margin(width, height);
        g.drawImage(patches(width, height, others), margin, margin, null);
      }
    } finally {
      g.dispose();
    }
    return image;
  }

  /** Distance of the patches from the upper left corner of a picture. */
  static int margin(int width, int height) {
    return Math.min(width, height) / 25;
  }

  /** Squares in these colours on white, four in a row, for a picture of that size. */
  static BufferedImage patches(int width, int height, List<Integer> colours) {
    int side = (int) (0.16 * Math.min(width, height)) / 2 * 2;
    int step = side * 5 / 4 / 2 * 2;
    int columns = Math.min(PATCHES_IN_A_ROW, colours.size());
    int rows = (colours.size() + columns - 1) / columns;
    int frame = side / 16;
    var image =
        new BufferedImage(
            step * (columns - 1) + side, step * (rows - 1) + side, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    try {
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      for (int i = 0; i < colours.size(); i++) {
        g.setColor(new Color(colours.get(i)));
        int x = i % columns * step + frame;
        int y = i / columns * step + frame;
        g.fillRect(x, y, side - 2 * frame, side - 2 * frame);
      }
    } finally {
      g.dispose();
    }
    return image;
  }

  /** The character alone. */
  static BufferedImage figure(int width, int height, int signature) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var g = graphics(image);
    try {
      figure(g, width, height, signature);
    } finally {
      g.dispose();
    }
    return image;
  }

  /** The place alone. */
  static BufferedImage place(int width, int height, long seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = graphics(image);
    try {
      place(g, width, height, seed);
    } finally {
      g.dispose();
    }
    return image;
  }

  private static Graphics2D graphics(BufferedImage image) {
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return g;
  }

  private static void figure(Graphics2D g, int width, int height, int signature) {
    g.scale(width, height);
    g.setColor(new Color(signature));
    g.fill(new RoundRectangle2D.Double(0.02, 0.36, 0.96, 0.80, 0.3, 0.14));
    g.setColor(SKIN);
    g.fill(new Rectangle2D.Double(0.42, 0.30, 0.16, 0.08));
    g.setColor(HAIR);
    g.fill(new Ellipse2D.Double(0.24, 0.0, 0.52, 0.33));
    g.setColor(SKIN);
    g.fill(new Ellipse2D.Double(0.27, 0.05, 0.46, 0.29));
    g.setColor(Color.DARK_GRAY);
    g.fill(new Ellipse2D.Double(0.38, 0.16, 0.06, 0.025));
    g.fill(new Ellipse2D.Double(0.56, 0.16, 0.06, 0.025));
    g.fill(new Ellipse2D.Double(0.42, 0.26, 0.16, 0.018));
  }

  /** Hues are pale, so that they are never taken for a character's. */
  private static void place(Graphics2D g, int width, int height, long seed) {
    var random = new SplittableRandom(seed);
    float hue = (float) random.nextDouble();
    g.setColor(Color.getHSBColor(hue, 0.22f, 0.92f));
    g.fillRect(0, 0, width, height);
    g.setColor(Color.getHSBColor(hue + 0.1f, 0.12f, 1f));
    double sun = width * (0.1 + 0.15 * random.nextDouble());
    g.fill(new Ellipse2D.Double(width * random.nextDouble() * 0.8, height * 0.08, sun, sun));
    for (int layer = 0; layer < 4; layer++) {
      float shade = 0.82f - 0.14f * layer;
      g.setColor(Color.getHSBColor(hue + 0.07f * layer, 0.28f, shade));
      g.fill(hills(width, height, 0.30 + 0.15 * layer, random));
    }
  }

  private static Path2D hills(int width, int height, double level, SplittableRandom random) {
    var path = new Path2D.Double();
    int tops = 2 + random.nextInt(4);
    double phase = random.nextDouble() * 2 * Math.PI;
    path.moveTo(0, height);
    for (int i = 0; i <= 60; i++) {
      double x = i / 60.0;
      double y = level + 0.05 * StrictMath.sin(phase + x * 2 * Math.PI * tops);
      path.lineTo(x * width, y * height);
    }
    path.lineTo(width, height);
    path.closePath();
    return path;
  }
}
