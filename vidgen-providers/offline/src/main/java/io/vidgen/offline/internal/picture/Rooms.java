package io.vidgen.offline.internal.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Indoors: light from a window, a table, something on it. */
final class Rooms {

  private Rooms() {}

  /** A cup that steams in the morning light. */
  static void coffee(Stage stage) {
    double table = 0.64;
    wall(stage, table);
    double x = stage.dice.range(0.4, 0.6);
    tableTop(stage, table);
    Shape cup = Figures.cup(stage.x(x), stage.y(table + 0.045), stage.px(330));
    Palette colours = stage.palette;
    stage.soft(
        blot(
            stage,
            stage.x(x) + stage.px(90),
            stage.y(table + 0.046),
            stage.px(330),
            stage.px(34),
            0.6));
    stage.add(ShapeLayer.solid(cup, colours.near().mix(colours.far(), 0.3)));
    Rgb lit = colours.light().mix(colours.horizon(), 0.5);
    for (int i = 1; i <= 16; i++) {
      Shape edge = rimOf(cup, stage.px(0.5 * i * i));
      stage.add(ShapeLayer.of(edge, lit, colours.horizon(), 0.028, 0.012));
    }
    stage.add(ShapeLayer.of(rimOf(cup, stage.px(5)), lit, colours.horizon(), 0.8, 0.2));
    double brim = stage.y(table + 0.045) - stage.px(330 * 0.82);
    stage.add(
        ShapeLayer.of(
            oval(stage.x(x), brim, stage.px(165), stage.px(20)), lit, colours.far(), 0.75, 0.7));
    stage.add(
        ShapeLayer.solid(
            oval(stage.x(x), brim + stage.px(2), stage.px(156), stage.px(15)), colours.near()));
    steam(stage, stage.x(x), stage.y(table + 0.045) - stage.px(285), stage.px(560));
    Woods.dust(stage, 80, 0.62, colours.light());
  }

  /** Books on a table by the window. */
  static void study(Stage stage) {
    double table = 0.65;
    Dice dice = stage.dice;
    wall(stage, table);
    tableTop(stage, table);
    Palette colours = stage.palette;
    double left = stage.x(dice.range(0.22, 0.34));
    double y = stage.y(table + 0.04);
    stage.soft(
        blot(stage, (float) left + stage.px(230), (float) y, stage.px(360), stage.px(30), 0.6));
    for (int i = 0; i < 5; i++) {
      double high = stage.px(dice.range(42, 74));
      double wide = stage.px(dice.range(330, 440));
      double x = left + stage.px(dice.range(-26, 26));
      y -= high;
      Rgb cloth = colours.far().turned(dice.range(-60, 60), 1.15, dice.range(0.55, 0.95));
      Rectangle2D book = new Rectangle2D.Double(x, y, wide, high - stage.px(2));
      stage.add(ShapeLayer.of(book, cloth, cloth.times(0.5), 1, 1));
      Rectangle2D pages =
          new Rectangle2D.Double(x + wide * 0.02, y + high * 0.18, wide * 0.965, high * 0.6);
      if (i % 2 == 1) {
        stage.add(
            ShapeLayer.of(pages, colours.light().times(0.5), colours.horizon().times(0.28), 1, 1));
      } else {
        Rectangle2D band =
            new Rectangle2D.Double(x + wide * 0.12, y, wide * 0.03, high - stage.px(2));
        stage.add(ShapeLayer.of(band, colours.light(), colours.horizon(), 0.5, 0.25));
      }
    }
    plant(stage, stage.x(0.78), stage.y(table + 0.035));
    Woods.dust(stage, 110, 0.62, colours.light());
  }

  /** A plain wall on which the sun draws a window. */
  private static void wall(Stage stage, double table) {
    Palette colours = stage.palette;
    Sky sky = new Sky(stage);
    Rgb dim = colours.mid().mix(colours.far(), 0.5).times(0.7);
    float reach = stage.y(table);
    stage.soft(
        (x, y, out) -> {
          float side = x / stage.width;
          float shade = 0.55f + 0.5f * (1 - side) * (1 - 0.3f * y / reach);
          out[0] = dim.r() * shade;
          out[1] = dim.g() * shade;
          out[2] = dim.b() * shade;
          out[3] = 1;
        });
    float slant = stage.dice.range(0.16, 0.3);
    float left = stage.x(stage.dice.range(0.12, 0.22));
    float top = stage.y(0.13);
    float pane = stage.px(245);
    float tall = stage.px(330);
    Noise noise = stage.noise;
    float leaf = stage.dice.range(0, 40);
    Rgb light = colours.light().mix(colours.horizon(), 0.55);
    stage.soft(
        (x, y, out) -> {
          float v = (y - top - (x - left) * slant) / tall;
          float u = (x - left + (y - top) * 0.12f) / pane;
          float share = 0;
          if (u > -0.1f && u < 3.1f && v > -0.1f && v < 2.1f) {
            float soft = 0.02f + 0.016f * v;
            share = bars(u, 3, soft) * bars(v, 2, soft);
            float twig = noise.cloud(u * 4.5 + v + leaf, v * 3.2 - u + leaf, 3);
            float grown = Stage.smooth(2.1, 0.1, v + 0.5 * u);
            share *= 1 - 0.75f * Stage.smooth(0.62 - 0.2 * grown, 0.7 - 0.2 * grown, twig) * grown;
          }
          out[0] = light.r() * share * 0.62f;
          out[1] = light.g() * share * 0.62f;
          out[2] = light.b() * share * 0.62f;
        });
    sky.glow(stage.x(0.1), stage.y(0.08), stage.px(620), colours.light(), 0.2);
  }

  /** 1 on the panes, 0 on the bars between and outside. */
  private static float bars(float u, int panes, float soft) {
    float inside = u - (float) Math.floor(u);
    if (u < 0 || u > panes) {
      return 0;
    }
    float edge = Math.min(inside, 1 - inside);
    return Stage.smooth(0.035 - soft, 0.035 + soft, edge);
  }

  private static void tableTop(Stage stage, double table) {
    float[] line = new float[stage.width];
    Arrays.fill(line, stage.y(table));
    Palette colours = stage.palette;
    Rgb wood = colours.far().mix(colours.near(), 0.5);
    stage.add(
        new RidgeLayer(line, wood, colours.near(), stage.px(430))
            .shadow(0.3, stage.px(26))
            .rim(colours.light().times(0.2), stage.px(4)));
  }

  private static void plant(Stage stage, double x, double y) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    double high = stage.px(150);
    Path2D pot = new Path2D.Double();
    pot.moveTo(x - high * 0.48, y - high);
    pot.lineTo(x + high * 0.48, y - high);
    pot.lineTo(x + high * 0.34, y);
    pot.lineTo(x - high * 0.34, y);
    pot.closePath();
    for (int i = 0; i < 17; i++) {
      double angle = -Math.PI / 2 + dice.range(-1.15, 1.15);
      double length = stage.px(dice.range(190, 400));
      Path2D leaf = new Path2D.Double();
      double wide = length * 0.15;
      leaf.moveTo(0, 0);
      leaf.curveTo(length * 0.3, -wide, length * 0.75, -wide * 0.9, length, length * 0.06);
      leaf.curveTo(length * 0.7, wide * 0.7, length * 0.3, wide * 0.5, 0, 0);
      AffineTransform place = AffineTransform.getTranslateInstance(x, y - high * 0.95);
      place.rotate(angle);
      Rgb green = colours.far().mix(Rgb.hex(0x3F7A4A), 0.55).times(dice.range(0.22, 0.75));
      stage.add(
          ShapeLayer.of(
              place.createTransformedShape(leaf),
              green.mix(colours.light(), 0.14),
              green.times(0.45),
              1,
              1));
    }
    stage.add(ShapeLayer.of(pot, colours.horizon().times(0.36), colours.far().times(0.22), 1, 1));
  }

  private static Shape oval(double x, double y, double wide, double high) {
    return new Ellipse2D.Double(x - wide, y - high, 2 * wide, 2 * high);
  }

  /** The edge of a shape that the light from the left catches. */
  private static Shape rimOf(Shape shape, double width) {
    Area rim = new Area(shape);
    AffineTransform aside = AffineTransform.getTranslateInstance(width, width * 0.4);
    rim.subtract(new Area(aside.createTransformedShape(shape)));
    return rim;
  }

  private static void steam(Stage stage, double x0, double y0, double high) {
    Noise noise = stage.noise;
    float shift = stage.dice.range(0, 50);
    Rgb colour = stage.palette.light();
    float wide = stage.px(64);
    stage.soft(
        (x, y, out) -> {
          double up = (y0 - y) / high;
          if (up < 0 || up > 1) {
            return;
          }
          float sway = (noise.line(up * 2.6 + shift, 2) - 0.5f) * stage.px(260) * (float) up;
          double dx = (x - x0 - sway) / (wide * (0.7 + 1.2 * up));
          float wisp = noise.cloud((x - sway) / stage.px(70) + shift, y / stage.px(170), 3);
          float share =
              (float) (Math.exp(-dx * dx) * Stage.smooth(0, 0.12, up) * (1 - up))
                  * Stage.smooth(0.3, 0.75, wisp)
                  * 0.5f;
          Sky.cover(out, colour, colour, 0, share * 0.8f);
        });
  }

  /** A soft dark spot, as things leave where they stand. */
  private static SoftLayer.Paint blot(
      Stage stage, float x0, float y0, float wide, float high, double share) {
    Rgb dark = stage.palette.near().times(0.4);
    return (x, y, out) -> {
      float dx = (x - x0) / wide;
      float dy = (y - y0) / high;
      Sky.cover(out, dark, dark, 0, (float) (share * Math.exp(-dx * dx - dy * dy)));
    };
  }
}
