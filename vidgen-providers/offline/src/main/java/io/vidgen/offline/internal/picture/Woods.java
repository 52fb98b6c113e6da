package io.vidgen.offline.internal.picture;

import java.awt.geom.Path2D;

/** Forest and winter. */
final class Woods {

  private Woods() {}

  static void forest(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    double lightX = dice.range(0.35, 0.65);
    sky.air(0.62);
    sky.glow(stage.x(lightX), stage.y(0.34), stage.px(560), colours.light(), 0.75);
    for (int i = 0; i < 4; i++) {
      double near = i / 3.0;
      Rgb colour = colours.depth(0.12 + 0.6 * near);
      double base = 0.6 + 0.08 * i;
      int trunks = 15 - 3 * i;
      for (int k = 0; k < trunks; k++) {
        double x = (k + dice.range(0.1, 0.9)) / trunks;
        if (i == 3 && Math.abs(x - lightX) < 0.2) {
          continue;
        }
        stage.add(
            ShapeLayer.of(trunk(stage, x, base + 0.05, 12 + 30 * near), colour, colour, 1, 1));
      }
      float[] ground = Landscapes.rolling(stage, stage.y(base), stage.px(330), stage.px(70));
      stage.add(new RidgeLayer(ground, colour, colours.depth(0.3 + 0.7 * near), stage.px(240)));
      Landscapes.firs(
          stage,
          ground,
          16 - 2 * i,
          60 + 40 * near,
          210 + 130 * near,
          colours.depth(0.2 + 0.65 * near));
      sky.mist(base - 0.02, 150, colours.horizon(), 0.42 * (1 - near));
    }
    sky.rays(lightX + dice.range(-0.15, 0.15), -0.12, 1800, colours.light(), 0.36);
    canopy(stage);
    dust(stage, 90, 0.75, colours.light());
  }

  static void winter(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.55);
    sky.sun(dice.range(0.25, 0.75), dice.range(0.2, 0.32), 70, 0.85);
    sky.clouds(0.55, 0.55, 0.5);
    for (int i = 0; i < 4; i++) {
      double near = i / 3.0;
      float[] line =
          Landscapes.rolling(
              stage, stage.y(0.52 + 0.09 * i), stage.px(460 + 160 * i), stage.px(190 - 30 * i));
      Rgb snow = colours.horizon().mix(colours.mid(), 0.15 + 0.75 * near);
      Landscapes.firs(
          stage,
          line,
          20 - 4 * i,
          60 + 60 * near,
          130 + 190 * near,
          colours.depth(0.3 + 0.62 * near));
      stage.add(
          new RidgeLayer(line, snow, snow.mix(colours.top(), 0.7 + 0.3 * near), stage.px(330))
              .rim(colours.light().times(0.12), stage.px(6)));
      sky.mist(0.53 + 0.09 * i, 70, colours.horizon(), 0.35 * (1 - near));
    }
    snow(stage, 240);
  }

  /** Snow in the air, near flakes out of focus. */
  static void snow(Stage stage, int count) {
    SpeckLayer flakes = new SpeckLayer();
    Dice dice = stage.dice;
    for (int i = 0; i < count; i++) {
      float near = dice.unit();
      float size = 1.6f + 15 * near * near * near * near;
      flakes.soft(
          dice.unit() * stage.width,
          dice.unit() * stage.height,
          stage.px(size),
          stage.palette.light().times(0.65 - 0.5 * near));
    }
    stage.add(flakes);
  }

  /** Dust that floats in the light. */
  static void dust(Stage stage, int count, double lowest, Rgb colour) {
    SpeckLayer specks = new SpeckLayer();
    Dice dice = stage.dice;
    for (int i = 0; i < count; i++) {
      float near = dice.unit();
      specks.soft(
          dice.unit() * stage.width,
          dice.unit() * stage.y(lowest),
          stage.px(1.5 + 6 * near * near * near),
          colour.times(0.1 + 0.3 * dice.unit() * (1 - near * 0.6)));
    }
    stage.add(specks);
  }

  private static Path2D trunk(Stage stage, double x, double foot, double width) {
    double wide = stage.px(width * stage.dice.range(0.6, 1.2));
    double lean = stage.px(stage.dice.range(-30, 30));
    double cx = stage.x(x);
    Path2D path = new Path2D.Double();
    path.moveTo(cx + lean - wide * 0.32, -10);
    path.lineTo(cx + lean + wide * 0.32, -10);
    path.quadTo(cx + wide * 0.4, stage.y(foot * 0.7), cx + wide * 0.75, stage.y(foot));
    path.lineTo(cx - wide * 0.75, stage.y(foot));
    path.quadTo(cx - wide * 0.4, stage.y(foot * 0.7), cx + lean - wide * 0.32, -10);
    path.closePath();
    return path;
  }

  /** Leaves that hang into the picture from above. */
  private static void canopy(Stage stage) {
    Dice dice = stage.dice;
    Noise noise = stage.noise;
    float depth = stage.px(250);
    double scale = 1 / stage.px(90);
    float shift = dice.range(0, 60);
    Rgb dark = stage.palette.depth(0.93);
    stage.soft(
        (x, y, out) -> {
          float side = Math.abs(x / stage.width - 0.5f) * 2;
          float reach = depth * (0.5f + 1.1f * side * side);
          float value = noise.cloud(x * scale + shift, y * scale, 4) + 0.35f - 0.75f * y / reach;
          float share = Stage.smooth(0.42, 0.52, value) * 0.92f;
          Sky.cover(out, dark, dark, 0, share);
        });
  }
}
