package io.vidgen.sandbox.internal.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws a presenter: a head and shoulders in colours of their own for each name. */
public final class Presenter {

  private Presenter() {}

  /** Writes a PNG. */
  public static void draw(String name, int width, int height, Path file) throws IOException {
    var random = new SplittableRandom(name.hashCode());
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(Color.getHSBColor((float) random.nextDouble(), 0.25f, 0.85f));
      g.fillRect(0, 0, width, height);
      g.scale(width, height);
      g.setColor(Color.getHSBColor((float) random.nextDouble(), 0.6f, 0.5f));
      g.fill(new Ellipse2D.Double(0.12, 0.80, 0.76, 0.6));
      var skin = Color.getHSBColor(0.07f, 0.35f + 0.2f * (float) random.nextDouble(), 0.9f);
      g.setColor(skin.darker());
      g.fill(new Rectangle2D.Double(0.42, 0.70, 0.16, 0.15));
      g.setColor(Color.getHSBColor(0.08f, 0.6f, 0.15f + 0.4f * (float) random.nextDouble()));
      g.fill(new Ellipse2D.Double(0.25, 0.10, 0.50, 0.55));
      g.setColor(skin);
      g.fill(new Ellipse2D.Double(0.28, 0.18, 0.44, 0.60));
      g.setColor(Color.WHITE);
      g.fill(new Ellipse2D.Double(0.36, 0.38, 0.09, 0.05));
      g.fill(new Ellipse2D.Double(0.55, 0.38, 0.09, 0.05));
      g.setColor(Color.DARK_GRAY);
      g.fill(new Ellipse2D.Double(0.385, 0.385, 0.04, 0.04));
      g.fill(new Ellipse2D.Double(0.575, 0.385, 0.04, 0.04));
      g.setColor(skin.darker());
      g.fill(new Ellipse2D.Double(0.475, 0.46, 0.05, 0.08));
    } finally {
      g.dispose();
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this JDK writes no PNG");
    }
  }
}
