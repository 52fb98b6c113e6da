package io.vidgen.offline.internal.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Outlines of small things in a landscape. */
final class Figures {

  private Figures() {}

  /** A fir with its foot at a point. */
  static Path2D fir(double x, double y, double height, Dice dice) {
    Path2D path = new Path2D.Float();
    double half = height * dice.range(0.15, 0.2);
    int tiers = 7 + dice.below(4);
    path.moveTo(x, y - height);
    double lean = dice.range(-0.02, 0.02) * height;
    for (int side = 1; side >= -1; side -= 2) {
      for (int i = 1; i <= tiers; i++) {
        int tier = side > 0 ? i : tiers + 1 - i;
        double down = Math.pow(tier / (double) tiers, 1.1);
        double level = y - height + height * 0.94 * down;
        double wide = half * down * dice.range(0.82, 1.15);
        double inner = x + side * wide * 0.45 + lean * (1 - down);
        double outer = x + side * wide + lean * (1 - down);
        if (side > 0) {
          path.lineTo(outer, level);
          path.lineTo(inner, level - height * 0.012);
        } else {
          path.lineTo(inner, level - height * 0.012);
          path.lineTo(outer, level);
        }
      }
      if (side > 0) {
        path.lineTo(x + half * 0.12, y - height * 0.05);
        path.lineTo(x + half * 0.12, y + height * 0.03);
        path.lineTo(x - half * 0.12, y + height * 0.03);
        path.lineTo(x - half * 0.12, y - height * 0.05);
      }
    }
    path.closePath();
    return path;
  }

  /** A round tree with its foot at a point. */
  static Shape tree(double x, double y, double height, Dice dice) {
    Area area = new Area();
    Path2D trunk = new Path2D.Double();
    trunk.moveTo(x - height * 0.035, y + height * 0.04);
    trunk.quadTo(x - height * 0.01, y - height * 0.2, x - height * 0.02, y - height * 0.5);
    trunk.lineTo(x + height * 0.02, y - height * 0.5);
    trunk.quadTo(x + height * 0.012, y - height * 0.2, x + height * 0.04, y + height * 0.04);
    trunk.closePath();
    area.add(new Area(trunk));
    for (int i = 0; i < 34; i++) {
      double angle = dice.unit() * Math.PI * 2;
      double far = Math.sqrt(dice.unit());
      double r = height * dice.range(0.06, 0.13);
      double cx = x + Math.cos(angle) * far * height * 0.33;
      double cy = y - height * 0.66 + Math.sin(angle) * far * height * 0.25;
      area.add(new Area(new Ellipse2D.Double(cx - r, cy - r, 2 * r, 2 * r)));
    }
    return area;
  }

  /** Somebody who stands and looks into the distance. */
  static Shape person(double x, double y, double height) {
    Area area = new Area();
    double h = height;
    area.add(new Area(new Ellipse2D.Double(x - 0.066 * h, y - h, 0.132 * h, 0.15 * h)));
    Path2D body = new Path2D.Double();
    body.moveTo(x - 0.03 * h, y - 0.87 * h);
    body.curveTo(x - 0.13 * h, y - 0.84 * h, x - 0.15 * h, y - 0.8 * h, x - 0.155 * h, y - 0.6 * h);
    body.lineTo(x - 0.165 * h, y - 0.44 * h);
    body.lineTo(x - 0.12 * h, y - 0.43 * h);
    body.lineTo(x - 0.1 * h, y - 0.62 * h);
    body.lineTo(x - 0.115 * h, y - 0.4 * h);
    body.lineTo(x - 0.1 * h, y);
    body.lineTo(x - 0.025 * h, y);
    body.lineTo(x - 0.005 * h, y - 0.4 * h);
    body.lineTo(x + 0.03 * h, y);
    body.lineTo(x + 0.105 * h, y);
    body.lineTo(x + 0.115 * h, y - 0.4 * h);
    body.lineTo(x + 0.1 * h, y - 0.62 * h);
    body.lineTo(x + 0.12 * h, y - 0.43 * h);
    body.lineTo(x + 0.165 * h, y - 0.44 * h);
    body.lineTo(x + 0.155 * h, y - 0.6 * h);
    body.curveTo(x + 0.15 * h, y - 0.8 * h, x + 0.13 * h, y - 0.84 * h, x + 0.03 * h, y - 0.87 * h);
    body.closePath();
    area.add(new Area(body));
    return area;
  }

  /** A sailing boat on the water. */
  static Shape boat(double x, double y, double size) {
    Area area = new Area();
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - 0.5 * size, y - 0.1 * size);
    hull.lineTo(x + 0.55 * size, y - 0.12 * size);
    hull.quadTo(x + 0.4 * size, y + 0.06 * size, x + 0.25 * size, y + 0.06 * size);
    hull.lineTo(x - 0.35 * size, y + 0.06 * size);
    hull.closePath();
    Path2D main = new Path2D.Double();
    main.moveTo(x + 0.03 * size, y - 1.3 * size);
    main.quadTo(x - 0.2 * size, y - 0.6 * size, x - 0.42 * size, y - 0.2 * size);
    main.lineTo(x + 0.03 * size, y - 0.2 * size);
    main.closePath();
    Path2D jib = new Path2D.Double();
    jib.moveTo(x + 0.07 * size, y - 1.2 * size);
    jib.quadTo(x + 0.32 * size, y - 0.65 * size, x + 0.5 * size, y - 0.2 * size);
    jib.lineTo(x + 0.07 * size, y - 0.2 * size);
    jib.closePath();
    area.add(new Area(hull));
    area.add(new Area(main));
    area.add(new Area(jib));
    return area;
  }

  /** A bird in the distance. */
  static Shape bird(double x, double y, double size, double tilt) {
    Path2D path = new Path2D.Double();
    path.moveTo(-size, -size * 0.28);
    path.quadTo(-size * 0.4, -size * 0.42, 0, 0);
    path.quadTo(size * 0.4, -size * 0.42, size, -size * 0.28);
    path.quadTo(size * 0.4, -size * 0.26, 0, size * 0.16);
    path.quadTo(-size * 0.4, -size * 0.26, -size, -size * 0.28);
    path.closePath();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(tilt);
    return place.createTransformedShape(path);
  }

  /** A cup with a handle, its foot at a point. */
  static Shape cup(double x, double y, double wide) {
    double high = wide * 0.82;
    Path2D body = new Path2D.Double();
    body.moveTo(x - wide / 2, y - high);
    body.curveTo(x - wide * 0.48, y - high * 0.3, x - wide * 0.36, y, x - wide * 0.24, y);
    body.lineTo(x + wide * 0.24, y);
    body.curveTo(x + wide * 0.36, y, x + wide * 0.48, y - high * 0.3, x + wide / 2, y - high);
    body.closePath();
    Area area = new Area(body);
    Shape ring = new Ellipse2D.Double(x + wide * 0.32, y - high * 0.82, wide * 0.38, high * 0.5);
    area.add(new Area(new BasicStroke((float) (wide * 0.075)).createStrokedShape(ring)));
    area.add(
        new Area(
            new RoundRectangle2D.Double(
                x - wide * 0.68,
                y - high * 0.02,
                wide * 1.36,
                high * 0.085,
                high * 0.08,
                high * 0.08)));
    return area;
  }
}
