package io.vidgen.offline.internal.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Space, northern lights, lightning. */
final class Heavens {

  private Heavens() {}

  static void space(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    Noise noise = stage.noise;
    sky.air(1.15);
    double scale = 1 / stage.px(620);
    float shift = dice.range(0, 50);
    Rgb first = colours.horizon().turned(dice.range(-25, 25), 1.15, 1.05);
    Rgb second = colours.mid().turned(dice.range(60, 110), 1.3, 1.3);
    stage.soft(
        (x, y, out) -> {
          float bend = noise.cloud(x * scale * 0.8 + 40, y * scale * 0.8 + shift, 3);
          float value = noise.cloud(x * scale + bend * 1.6 + shift, y * scale + bend, 5);
          float one = Stage.smooth(0.42, 0.85, value) * 0.85f;
          float two = Stage.smooth(0.5, 0.8, bend) * 0.32f * value;
          out[0] = first.r() * one + second.r() * two;
          out[1] = first.g() * one + second.g() * two;
          out[2] = first.b() * one + second.b() * two;
        });
    sky.stars(1.3, 520);
    planet(stage, dice.range(0.32, 0.68), dice.range(0.27, 0.38), dice.range(190, 300));
  }

  private static void planet(Stage stage, double cx, double cy, double size) {
    Dice dice = stage.dice;
    float x0 = stage.x(cx);
    float y0 = stage.y(cy);
    float r = stage.px(size);
    boolean ringed = dice.chance(0.6);
    double tilt = dice.range(-0.5, -0.2);
    new Sky(stage).glow(x0, y0, r * 1.35, stage.palette.horizon(), 0.34);
    if (ringed) {
      stage.add(ring(stage, x0, y0, r, tilt, true));
    }
    stage.add(new PlanetLayer(stage, x0, y0, r));
    if (ringed) {
      stage.add(ring(stage, x0, y0, r, tilt, false));
    }
  }

  /** The half of a ring that is behind or in front of its planet. */
  private static Layer ring(
      Stage stage, double x0, double y0, double r, double tilt, boolean behind) {
    Path2D bands = new Path2D.Double();
    bands.append(band(r * 1.72, r * 0.13, behind), false);
    bands.append(band(r * 1.5, r * 0.05, behind), false);
    AffineTransform place = AffineTransform.getTranslateInstance(x0, y0);
    place.rotate(tilt);
    Rgb colour = stage.palette.light().mix(stage.palette.horizon(), 0.45);
    double share = behind ? 0.35 : 0.7;
    return ShapeLayer.of(
        place.createTransformedShape(bands), colour, colour.times(0.5), share, share);
  }

  private static Shape band(double reach, double wide, boolean behind) {
    double flat = reach * 0.21;
    Shape arc =
        new Arc2D.Double(-reach, -flat, 2 * reach, 2 * flat, behind ? 0 : 180, 180, Arc2D.OPEN);
    return new BasicStroke((float) wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        .createStrokedShape(arc);
  }

  static void aurora(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.85);
    sky.stars(0.7, 300);
    Rgb green = Rgb.hex(0x2CF5A0).mix(colours.light(), 0.12);
    Rgb violet = Rgb.hex(0x7A3CF0).mix(colours.mid(), 0.2);
    for (int i = 0; i < 3; i++) {
      curtain(stage, 0.3 + 0.1 * i + dice.range(-0.03, 0.03), green, violet, 0.5 - 0.1 * i);
    }
    sky.mist(0.6, 200, green.times(0.3), 0.3);
    for (int i = 0; i < 3; i++) {
      float[] line =
          Landscapes.rolling(
              stage, stage.y(0.6 + 0.08 * i), stage.px(300 + 80 * i), stage.px(230 - 50 * i));
      Rgb colour = colours.depth(0.55 + 0.2 * i).times(0.8);
      stage.add(
          new RidgeLayer(line, colour, colour.mix(colours.near(), 0.7), stage.px(300))
              .rim(green.times(0.05), stage.px(4)));
      if (i == 2) {
        Landscapes.firs(stage, line, 40, 70, 220, colours.near());
      }
    }
  }

  private static void curtain(Stage stage, double height, Rgb low, Rgb high, double strength) {
    Noise noise = stage.noise;
    float shift = stage.dice.range(0, 90);
    float base = stage.y(height);
    double wide = stage.px(430);
    float tall = stage.px(430);
    stage.soft(
        (x, y, out) -> {
          double fold = x / wide + shift;
          float foot = base + stage.px(230) * (noise.line(fold, 3) - 0.5f) * 2 + stage.px(70);
          float up = (foot - y) / tall;
          if (up < -0.25f || up > 2.2f) {
            return;
          }
          float fine =
              0.35f + 0.9f * noise.at(x / wide * 9 + shift, up * 0.4) * noise.at(fold * 1.7 + 5);
          float body = up < 0 ? (float) Math.exp(-up * up * 130) : (float) Math.exp(-up * 1.9);
          float share = (float) strength * fine * body;
          float mix = Stage.clamp(up * 0.9);
          out[0] = (low.r() + (high.r() - low.r()) * mix) * share;
          out[1] = (low.g() + (high.g() - low.g()) * mix) * share;
          out[2] = (low.b() + (high.b() - low.b()) * mix) * share;
        });
  }

  static void storm(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.7);
    sky.clouds(0.62, 0.95, 0.8);
    double x = dice.range(0.3, 0.7);
    sky.glow(stage.x(x), stage.y(0.2), stage.px(420), colours.light(), 0.4);
    sky.glow(stage.x(x), stage.y(0.56), stage.px(260), colours.light(), 0.3);
    Path2D bolt = new Path2D.Double();
    bolt(bolt, dice, stage.x(x), stage.y(0.06), stage.y(0.57), stage.px(60), 0);
    stage.add(
        ShapeLayer.light(
            new BasicStroke(stage.px(13)).createStrokedShape(bolt),
            colours.light().times(0.1),
            colours.light().times(0.1)));
    stage.add(
        ShapeLayer.solid(new BasicStroke(stage.px(3.6)).createStrokedShape(bolt), colours.light()));
    for (int i = 0; i < 3; i++) {
      float[] line =
          Landscapes.rolling(
              stage, stage.y(0.57 + 0.08 * i), stage.px(260 + 90 * i), stage.px(190));
      Rgb colour = colours.depth(0.45 + 0.27 * i);
      stage.add(
          new RidgeLayer(line, colour, colours.depth(0.7 + 0.15 * i), stage.px(260))
              .rim(colours.light().times(0.06), stage.px(4)));
    }
    Cities.streaks(stage, 200);
  }

  private static void bolt(
      Path2D path, Dice dice, double x, double y, double to, double swing, int branch) {
    double at = x;
    path.moveTo(x, y);
    double step = (to - y) / (branch == 0 ? 24 : 9);
    for (double level = y + step; level < to; level += step) {
      at += dice.range(-1, 1) * Math.min(swing * 0.62, step * 1.3);
      path.lineTo(at, level);
      if (branch < 2 && dice.chance(0.14) && to - level > step * 6) {
        double end = level + (to - level) * dice.range(0.3, 0.55);
        bolt(path, dice, at, level, end, swing * 1.1, branch + 1);
        path.moveTo(at, level);
      }
    }
  }

  /** Lights that rise into the evening. */
  static void lanterns(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.75);
    sky.stars(0.5, 140);
    sky.clouds(0.65, 0.4, 0.45);
    for (int i = 0; i < 3; i++) {
      float[] line =
          Landscapes.rolling(stage, stage.y(0.6 + 0.08 * i), stage.px(460), stage.px(170 - 30 * i));
      stage.add(
          new RidgeLayer(
              line, colours.depth(0.35 + 0.3 * i), colours.depth(0.6 + 0.2 * i), stage.px(260)));
      sky.mist(0.62 + 0.07 * i, 70, colours.horizon(), 0.25 - 0.08 * i);
      if (i == 1) {
        Landscapes.person(stage, line, dice.range(0.3, 0.7), 150);
      }
    }
    Rgb warm = Rgb.hex(0xFFB35C).mix(colours.light(), 0.25);
    SpeckLayer glow = new SpeckLayer();
    for (int i = 0; i < 46; i++) {
      float near = (float) Math.pow(dice.unit(), 2.6);
      double size = stage.px(7 + 58 * near);
      double x = dice.unit() * stage.width;
      double y = stage.y(dice.range(0.05, 0.58 + 0.1 * near));
      glow.soft(x, y, size * 2.6, warm.times(0.16));
      Path2D paper = new Path2D.Double();
      paper.moveTo(x - size * 0.5, y - size * 0.62);
      paper.quadTo(x, y - size * 0.9, x + size * 0.5, y - size * 0.62);
      paper.quadTo(x + size * 0.46, y + size * 0.2, x + size * 0.3, y + size * 0.66);
      paper.lineTo(x - size * 0.3, y + size * 0.66);
      paper.quadTo(x - size * 0.46, y + size * 0.2, x - size * 0.5, y - size * 0.62);
      paper.closePath();
      stage.add(ShapeLayer.of(paper, warm.times(0.42), warm.times(1.15), 0.95, 1));
      stage.add(
          ShapeLayer.of(
              new Ellipse2D.Double(x - size * 0.24, y + size * 0.56, size * 0.48, size * 0.14),
              colours.light(),
              colours.light(),
              0.9,
              0.9));
    }
    stage.add(glow);
  }
}
