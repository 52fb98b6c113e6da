package io.vidgen.offline.internal.picture;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Form and colour alone. */
final class Abstracts {

  private Abstracts() {}

  /** Waves of cut paper, one over the other. */
  static void waves(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.5);
    double sunX = dice.range(0.28, 0.72);
    sky.sun(sunX, dice.range(0.2, 0.28), dice.range(110, 170), 0.95);
    int waves = 8;
    double slope = dice.side() * dice.range(0.04, 0.13);
    for (int i = 0; i < waves; i++) {
      double near = i / (waves - 1.0);
      float[] line = new float[stage.width];
      double base = stage.y(0.3 + 0.5 * near);
      double phase = dice.range(0, 6.28);
      double length = stage.px(dice.range(760, 1250));
      double high = stage.px(dice.range(50, 120));
      for (int x = 0; x < line.length; x++) {
        double angle = x / length * Math.PI * 2 + phase;
        line[x] =
            (float)
                (base
                    - high * (Math.sin(angle) + 0.35 * Math.sin(angle * 1.9 + i))
                    + (x - stage.width / 2.0) * slope * (1 - 2 * (i % 2)));
      }
      Rgb upper = colours.depth(0.06 + 0.86 * near).turned(dice.range(-12, 12), 1.1, 1);
      stage.add(
          new RidgeLayer(line, upper, upper.mix(colours.near(), 0.45), stage.px(340))
              .shadow(0.42, stage.px(30))
              .rim(colours.light().times(0.1 * (1.1 - near)), stage.px(4)));
    }
  }

  /** Openings cut into sheets of paper, one behind the other, with a light at the end. */
  static void tunnel(Stage stage) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    Sky sky = new Sky(stage);
    float cx = stage.x(dice.range(0.42, 0.58));
    float cy = stage.y(dice.range(0.33, 0.4));
    sky.air(1.2);
    sky.glow(cx, cy, stage.px(420), colours.light(), 0.9);
    stage.add(
        ShapeLayer.solid(
            new Ellipse2D.Float(cx - stage.px(84), cy - stage.px(84), stage.px(168), stage.px(168)),
            colours.light()));
    int sheets = 6;
    for (int i = 0; i < sheets; i++) {
      double near = i / (sheets - 1.0);
      double radius = stage.px(165 + 118 * i + 40 * near * near * 4);
      float shift = dice.range(0, 60);
      Noise noise = stage.noise;
      double wobble = 0.1 + 0.06 * near;
      Rgb dark = new Rgb(0, 0, 0);
      stage.soft(
          (x, y, out) -> {
            double dx = x - cx;
            double dy = y - cy - stage.px(14);
            double away = Math.max(1, Math.sqrt(dx * dx + dy * dy));
            double edge = radius * form(noise, dx / away, dy / away, shift, wobble);
            double inside = (edge - away) / stage.px(46);
            float share = inside < 0 ? 0.42f : (float) (0.42 * Math.exp(-inside));
            Sky.cover(out, dark, dark, 0, share);
          });
      Area sheet = new Area(new Rectangle2D.Double(-4, -4, stage.width + 8, stage.height + 8));
      sheet.subtract(new Area(opening(noise, cx, cy, radius, shift, wobble)));
      Rgb colour = sheet(colours, near);
      stage.add(ShapeLayer.of(sheet, colour, colour.mix(colours.near(), 0.35), 1, 1));
    }
  }

  private static Rgb sheet(Palette colours, double near) {
    double t = near * 3;
    if (t < 1) {
      return colours.horizon().mix(colours.mid(), 0.15 + 0.85 * t);
    }
    return t < 2
        ? colours.mid().mix(colours.top(), t - 1)
        : colours.top().mix(colours.near(), (t - 2) * 0.85);
  }

  private static Path2D opening(
      Noise noise, double cx, double cy, double radius, float shift, double wobble) {
    Path2D path = new Path2D.Double();
    int steps = 220;
    for (int k = 0; k < steps; k++) {
      double angle = -Math.PI + Math.PI * 2 * k / steps;
      double r = radius * form(noise, Math.cos(angle), Math.sin(angle), shift, wobble);
      if (k == 0) {
        path.moveTo(cx + r * Math.cos(angle), cy + r * Math.sin(angle));
      } else {
        path.lineTo(cx + r * Math.cos(angle), cy + r * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  /** How far the edge of an opening is in a direction, about 1. */
  private static double form(Noise noise, double cos, double sin, float shift, double wobble) {
    double x = cos * 0.9 + shift;
    double y = sin * 0.9 + shift;
    return 1 + wobble * 2 * (noise.cloud(x, y, 2) - 0.5);
  }

  /** Colours that flow into each other, and one clear circle. */
  static void flow(Stage stage) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    Noise noise = stage.noise;
    float shift = dice.range(0, 80);
    Rgb[] mix = new Rgb[256];
    Rgb[] stops = {
      colours.near(), colours.top(), colours.mid(), colours.horizon(), colours.light()
    };
    for (int i = 0; i < mix.length; i++) {
      double t = i / 255.0 * (stops.length - 1.001);
      mix[i] = stops[(int) t].mix(stops[(int) t + 1], t - (int) t);
    }
    double scale = 1 / stage.px(1000);
    stage.soft(
        (x, y, out) -> {
          double bendX = noise.cloud(x * scale + shift, y * scale, 2) * 1.8;
          double bendY = noise.cloud(x * scale, y * scale + shift, 2) * 1.8;
          float value = noise.cloud(x * scale * 1.1 + bendX, y * scale * 0.8 + bendY + shift, 2);
          double up = 1 - y / stage.height;
          float level = Stage.clamp(0.16 + (value - 0.5) * 1.55 + 0.5 * up * (1.25 - up));
          Rgb colour = mix[(int) (255 * level)];
          Sky.cover(out, colour, colour, 0, 1);
        });
    float r = stage.px(dice.range(190, 270));
    float cx = stage.x(dice.range(0.36, 0.64));
    float cy = stage.y(dice.range(0.28, 0.4));
    Sky sky = new Sky(stage);
    sky.glow(cx, cy, r * 1.5, colours.light(), 0.35);
    Rgb glass = colours.light().mix(colours.horizon(), 0.4);
    stage.add(
        ShapeLayer.of(
            new Ellipse2D.Float(cx - r, cy - r, 2 * r, 2 * r), glass, colours.mid(), 0.92, 0.05));
    stage.add(
        ShapeLayer.of(
            new BasicStroke(stage.px(2.5))
                .createStrokedShape(
                    new Ellipse2D.Float(cx - r * 1.28f, cy - r * 1.28f, 2.56f * r, 2.56f * r)),
            colours.light(),
            colours.light(),
            0.4,
            0.04));
    Woods.dust(stage, 70, 0.8, colours.light());
  }

  /** Columns that grow, and a line of light above them. */
  static void rise(Stage stage) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    Sky sky = new Sky(stage);
    sky.air(1.7);
    sky.glow(stage.x(0.82), stage.y(0.24), stage.px(520), colours.horizon(), 0.55);
    sky.glow(stage.x(0.82), stage.y(0.24), stage.px(200), colours.light(), 0.25);
    int count = 7;
    double foot = stage.y(0.8);
    Path2D curve = new Path2D.Double();
    double wide = stage.width / (count + 1.2);
    for (int i = 0; i < count; i++) {
      double grown = Math.pow((i + 1.0) / count, 1.35);
      double high = stage.y(0.08 + 0.47 * grown) * dice.range(0.92, 1.04);
      double x = wide * (0.6 + i);
      RoundRectangle2D column =
          new RoundRectangle2D.Double(
              x + wide * 0.13,
              foot - high,
              wide * 0.74,
              high + stage.height,
              wide * 0.2,
              wide * 0.2);
      Rgb upper = colours.horizon().mix(colours.light(), 0.15 + 0.5 * grown);
      stage.add(ShapeLayer.of(column, upper, colours.near(), 0.95, 0.12));
      Rectangle2D edge =
          new Rectangle2D.Double(
              x + wide * 0.2, foot - high + wide * 0.12, wide * 0.045, high * 0.8);
      stage.add(ShapeLayer.of(edge, colours.light(), colours.mid(), 0.7, 0));
      double cx = x + wide * 0.5;
      double cy = foot - high - stage.px(95);
      if (i == 0) {
        curve.moveTo(cx - wide, cy + stage.px(34));
      }
      curve.lineTo(cx, cy);
      sky.glow(cx, cy, stage.px(42), colours.light(), 0.5);
    }
    BasicStroke halo = new BasicStroke(stage.px(16), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    BasicStroke core = new BasicStroke(stage.px(5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    stage.add(
        ShapeLayer.light(
            halo.createStrokedShape(curve),
            colours.light().times(0.12),
            colours.light().times(0.12)));
    stage.add(ShapeLayer.solid(core.createStrokedShape(curve), colours.light()));
    float[] ground = Landscapes.rolling(stage, stage.y(0.81), stage.px(900), stage.px(50));
    stage.add(
        new RidgeLayer(ground, colours.depth(0.85), colours.near(), stage.px(200))
            .shadow(0.5, stage.px(40)));
    Woods.dust(stage, 100, 0.75, colours.light());
  }

  /** Points of light and what connects them. */
  static void network(Stage stage) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    Sky sky = new Sky(stage);
    sky.air(2.1);
    float cx = stage.x(dice.range(0.4, 0.6));
    float cy = stage.y(0.36);
    sky.glow(cx, cy, stage.px(520), colours.mid().turned(20, 1.2, 1.2), 0.9);
    int count = 78;
    double[][] points = new double[count][3];
    for (int i = 0; i < count; i++) {
      double angle = i * 2.399963;
      double far = Math.sqrt((i + 0.6) / count) * stage.px(640);
      points[i][0] = cx + Math.cos(angle) * far + stage.px(dice.range(-34, 34));
      points[i][1] = cy + Math.sin(angle) * far * 1.12 + stage.px(dice.range(-34, 34));
      points[i][2] = dice.unit();
    }
    Path2D links = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      for (int k = i + 1; k < count; k++) {
        if (Math.hypot(points[i][0] - points[k][0], points[i][1] - points[k][1]) < stage.px(165)
            && dice.chance(0.7)) {
          links.moveTo(points[i][0], points[i][1]);
          links.lineTo(points[k][0], points[k][1]);
        }
      }
    }
    Rgb line = colours.light().mix(colours.horizon(), 0.4);
    stage.add(
        ShapeLayer.of(
            new BasicStroke(stage.px(1.8)).createStrokedShape(links), line, line, 0.5, 0.22));
    SpeckLayer nodes = new SpeckLayer();
    for (double[] point : points) {
      double size = stage.px(3 + 9 * point[2] * point[2]);
      Rgb colour = point[2] > 0.8 ? colours.light() : line;
      nodes.soft(point[0], point[1], size * 4.5, colour.times(0.2));
      nodes.disc(point[0], point[1], size, colour.times(0.85));
    }
    stage.add(nodes);
    Woods.dust(stage, 90, 1, colours.horizon());
  }

  /** Embers over a fire. */
  static void fire(Stage stage) {
    Dice dice = stage.dice;
    Palette colours = stage.palette;
    Noise noise = stage.noise;
    new Sky(stage).air(1.3);
    float shift = dice.range(0, 60);
    Rgb hot = colours.light();
    Rgb warm = colours.horizon();
    Rgb deep = colours.mid();
    stage.soft(
        (x, y, out) -> {
          double side = (x / stage.width - 0.5) * 2;
          double up = (stage.height * 0.78 - y) / (stage.height * 0.62);
          double sway = (noise.cloud(x / stage.px(300) + shift, y / stage.px(420), 3) - 0.5) * 1.1;
          double tongue = noise.cloud(x / stage.px(170) + sway * 2, y / stage.px(480) + shift, 4);
          double heat = 1.02 - up * 1.05 - side * side * 0.72 + (tongue - 0.5) * 1.7;
          float one = Stage.smooth(0.1, 0.62, heat);
          float two = Stage.smooth(0.5, 0.95, heat);
          float three = Stage.smooth(0.86, 1.3, heat);
          out[0] = deep.r() * one * 0.9f + warm.r() * two * 0.75f + hot.r() * three * 0.5f;
          out[1] = deep.g() * one * 0.9f + warm.g() * two * 0.75f + hot.g() * three * 0.5f;
          out[2] = deep.b() * one * 0.9f + warm.b() * two * 0.75f + hot.b() * three * 0.5f;
        });
    SpeckLayer embers = new SpeckLayer();
    for (int i = 0; i < 240; i++) {
      double x = stage.width * (0.5 + (dice.unit() - 0.5) * dice.range(0.4, 1.1));
      double y = stage.height * dice.unit() * 0.82;
      double size = stage.px(1.4 + 5 * Math.pow(dice.unit(), 5));
      embers.soft(x, y, size * 3, warm.times(0.28));
      embers.soft(x, y, size, hot.times(0.9));
    }
    stage.add(embers);
    for (int i = 0; i < 2; i++) {
      float[] line =
          Landscapes.rolling(stage, stage.y(0.74 + 0.09 * i), stage.px(230), stage.px(150));
      Rgb colour = colours.near().mix(colours.mid(), 0.1 - 0.08 * i);
      stage.add(
          new RidgeLayer(line, colour, colours.near(), stage.px(200))
              .rim(warm.times(i == 0 ? 0.35 : 0), stage.px(4)));
    }
  }
}
