package io.vidgen.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws a face, so that no picture of a real person has to come along. */
final class Portrait {
  private static final int WIDTH = 768;
  private static final int HEIGHT = 1024;
  private static final Color SKIN = new Color(0xE3B08C);
  private static final Color HAIR = new Color(0x3A2A22);

  private Portrait() {}

  /** A JPEG, drawn unless it is there: the same face must stay the same file to be bought once. */
  static Path in(Path directory) throws IOException {
    var file = directory.resolve("face.jpg");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(directory);
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      draw(pen);
    } finally {
      pen.dispose();
    }
    if (!ImageIO.write(picture, "jpg", file.toFile())) {
      throw new IOException("this JDK writes no JPEG");
    }
    return file;
  }

  private static void draw(Graphics2D pen) {
    pen.setPaint(new GradientPaint(0, 0, new Color(0x9FB8C8), 0, HEIGHT, new Color(0x5E7687)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    fill(pen, new Color(0x2F4858), oval(384, 1060, 640, 420)); // shoulders
    fill(pen, SKIN.darker(), new Rectangle2D.Double(324, 690, 120, 190)); // neck
    fill(pen, HAIR, oval(384, 440, 470, 600));
    fill(pen, SKIN, oval(384, 500, 400, 540));
    fill(pen, HAIR, new Arc2D.Double(190, 200, 388, 330, 10, 160, Arc2D.CHORD));
    eye(pen, 300);
    eye(pen, 468);
    pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(SKIN.darker());
    pen.draw(new Arc2D.Double(354, 510, 60, 70, 180, 180, Arc2D.OPEN)); // nose
    fill(pen, new Color(0xB25A5A), oval(384, 655, 130, 34)); // lips
    pen.setColor(new Color(0x7A3838));
    pen.setStroke(new BasicStroke(4));
    pen.drawLine(326, 655, 442, 655);
  }

  private static void eye(Graphics2D pen, int x) {
    fill(pen, Color.WHITE, oval(x, 470, 80, 44));
    fill(pen, new Color(0x4A6B4F), oval(x, 470, 40, 40));
    fill(pen, Color.BLACK, oval(x, 470, 18, 18));
    pen.setColor(HAIR);
    pen.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Arc2D.Double(x - 52.0, 410, 104, 60, 30, 120, Arc2D.OPEN));
  }

  private static Ellipse2D oval(double x, double y, double width, double height) {
    return new Ellipse2D.Double(x - width / 2, y - height / 2, width, height);
  }

  private static void fill(Graphics2D pen, Color colour, Shape shape) {
    pen.setColor(colour);
    pen.fill(shape);
  }
}
