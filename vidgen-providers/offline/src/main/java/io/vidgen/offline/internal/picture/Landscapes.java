package io.vidgen.offline.internal.picture;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Mountains, dunes, hills, and what stands on them. */
final class Landscapes {

  private Landscapes() {}

  static void mountains(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    double horizon = dice.range(0.46, 0.54);
    double sunX = dice.range(0.24, 0.76);
    sky.air(horizon + 0.06);
    sky.sun(sunX, horizon - dice.range(0.1, 0.22), dice.range(52, 92), 1);
    sky.clouds(horizon, dice.range(0.25, 0.6), 0.55);
    int ridges = 5;
    for (int i = 0; i < ridges; i++) {
      double near = i / (ridges - 1.0);
      double base = horizon + 0.01 + 0.31 * Math.pow(near, 1.15);
      double scale = stage.px(560 - 120 * near);
      double high = stage.px(i == ridges - 1 ? 150 : 330 - 150 * near);
      float[] line = crests(stage, stage.y(base), scale, high);
      Rgb colour = stage.palette.depth(0.08 + 0.88 * near);
      Rgb foot = colour.mix(stage.palette.horizon(), 0.5 * (1 - near));
      stage.add(
          new RidgeLayer(line, colour, foot, stage.px(280))
              .rim(stage.palette.light().times(0.16 * (1 - near)), stage.px(5)));
      if (i < ridges - 1) {
        sky.mist(base + 0.05, 60 + 40 * near, stage.palette.horizon(), 0.34 * (1 - near));
      } else {
        person(stage, line, sunX, 190);
        firs(stage, line, 46, 80, 200, colour.mix(stage.palette.near(), 0.6));
      }
    }
    birds(stage, horizon);
  }

  static void dunes(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    double horizon = 0.47;
    sky.air(horizon + 0.03);
    double sunX = dice.range(0.2, 0.8);
    sky.sun(sunX, dice.range(0.26, 0.38), dice.range(60, 110), 1);
    sky.clouds(horizon, 0.2, 0.35);
    int ridges = 6;
    for (int i = 0; i < ridges; i++) {
      double near = i / (ridges - 1.0);
      float[] line = new float[stage.width];
      double base = stage.y(horizon + 0.34 * Math.pow(near, 1.3));
      double scale = stage.px(760 + 380 * near);
      float shift = dice.range(0, 100);
      double high = stage.px(130 + 260 * near);
      for (int x = 0; x < line.length; x++) {
        double wave = stage.noise.at(x / scale + shift);
        double swing = wave + 0.25 * stage.noise.at(x / scale * 2.3 + shift);
        line[x] = (float) (base - high * swing * swing);
      }
      Rgb crest =
          stage.palette.depth(0.1 + 0.75 * near).mix(stage.palette.light(), 0.14 * (1 - near));
      Rgb foot = stage.palette.depth(0.3 + 0.7 * near);
      stage.add(
          new RidgeLayer(line, crest, foot, stage.px(240 + 160 * near))
              .lit(stage.x(sunX), 0.75, (int) stage.px(30))
              .shadow(0.16, stage.px(26))
              .rim(stage.palette.light().times(0.3 * (1 - 0.6 * near)), stage.px(3)));
      if (i == 3) {
        person(stage, line, dice.range(0.3, 0.7), 120);
      }
    }
  }

  /** Soft hills with a way that leads to the light. */
  static void road(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    double horizon = 0.5;
    double goal = dice.range(0.36, 0.64);
    sky.air(horizon + 0.02);
    sky.sun(goal, horizon - 0.05, 80, 1.05);
    sky.clouds(horizon, 0.45, 0.5);
    sky.rays(goal, horizon - 0.05, 900, stage.palette.light(), 0.22);
    for (int i = 0; i < 4; i++) {
      double near = i / 3.0;
      double base = horizon + 0.02 + 0.2 * near * near;
      float[] line = rolling(stage, stage.y(base), stage.px(500 + 420 * near), stage.px(90));
      Rgb colour = stage.palette.depth(0.2 + 0.62 * near);
      stage.add(
          new RidgeLayer(line, colour, stage.palette.depth(0.42 + 0.58 * near), stage.px(420))
              .rim(stage.palette.light().times(0.2 * (1 - near)), stage.px(4)));
      if (i == 2) {
        double x = goal + (goal < 0.5 ? 0.27 : -0.27);
        int column = Math.min(stage.width - 1, (int) stage.x(x));
        Shape tree = Figures.tree(column, line[column] + stage.px(6), stage.px(270), dice);
        stage.add(ShapeLayer.solid(tree, stage.palette.depth(0.9)));
      }
    }
    stage.add(way(stage, goal, horizon + 0.07));
    if (stage.person()) {
      stage.add(
          ShapeLayer.solid(
              Figures.person(stage.x(goal), stage.y(horizon + 0.17), stage.px(150)),
              stage.palette.near()));
    }
    birds(stage, horizon);
  }

  private static Layer way(Stage stage, double goal, double from) {
    Path2D path = new Path2D.Float();
    int steps = 60;
    double swing = stage.dice.side() * 0.13;
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k <= steps; k++) {
        double t = (pass == 0 ? k : steps - k) / (double) steps;
        double y = stage.y(from + (1.02 - from) * t);
        double bend = Math.sin(t * Math.PI * 1.9) * swing * (0.35 + t);
        double half = stage.px(3 + 190 * Math.pow(t, 1.7));
        double x = stage.x(goal + bend + (0.5 - goal) * t) + (pass == 0 ? -half : half);
        if (pass == 0 && k == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
    path.closePath();
    Rgb lit = stage.palette.light().mix(stage.palette.horizon(), 0.4).times(0.8);
    return ShapeLayer.of(
        path, lit, stage.palette.far().mix(stage.palette.near(), 0.35), 0.85, 0.55);
  }

  /** A line of hills that roll softly. */
  static float[] rolling(Stage stage, double base, double scale, double high) {
    float[] line = new float[stage.width];
    float shift = stage.dice.range(0, 100);
    for (int x = 0; x < line.length; x++) {
      line[x] = (float) (base - high * (stage.noise.line(x / scale + shift, 3) - 0.4));
    }
    return line;
  }

  private static float[] crests(Stage stage, double base, double scale, double high) {
    float[] line = new float[stage.width];
    float shift = stage.dice.range(0, 100);
    for (int x = 0; x < line.length; x++) {
      double massif = 0.45 + 0.8 * stage.noise.at(x / scale * 0.55 + shift + 40);
      line[x] = (float) (base - high * massif * (stage.noise.crest(x / scale + shift, 6) - 0.35));
    }
    return line;
  }

  /** Somebody on a line, if the words speak of somebody. */
  static void person(Stage stage, float[] line, double x, double size) {
    if (stage.person()) {
      int column = (int) Math.min(line.length - 1, Math.max(0, stage.x(x)));
      stage.add(
          ShapeLayer.solid(
              Figures.person(column, line[column] + stage.px(4), stage.px(size)),
              stage.palette.near()));
    }
  }

  /** Firs along a line. */
  static void firs(Stage stage, float[] line, int count, double least, double most, Rgb colour) {
    for (int i = 0; i < count; i++) {
      int x = (int) (stage.dice.unit() * (stage.width - 1));
      double size = stage.px(stage.dice.range(least, most));
      stage.add(ShapeLayer.solid(Figures.fir(x, line[x] + size * 0.08, size, stage.dice), colour));
    }
  }

  /** A few birds, or none. */
  static void birds(Stage stage, double horizon) {
    Dice dice = stage.dice;
    if (dice.chance(0.5)) {
      return;
    }
    double x = dice.range(0.25, 0.7);
    double y = horizon * dice.range(0.45, 0.75);
    Rgb colour = stage.palette.near().mix(stage.palette.far(), 0.35);
    for (int i = 0; i < 5; i++) {
      double size = stage.px(dice.range(9, 20));
      Shape bird =
          Figures.bird(
              stage.x(x) + stage.px(dice.range(-130, 130)),
              stage.y(y) + stage.px(dice.range(-80, 80)),
              size,
              dice.range(-0.25, 0.25));
      stage.add(ShapeLayer.of(bird, colour, colour, 0.8, 0.8));
    }
  }
}
