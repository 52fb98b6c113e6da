package io.vidgen.offline.internal.picture;

/** Sea, lake and the world under water. */
final class Waters {

  private Waters() {}

  static void sea(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    double horizon = dice.range(0.44, 0.5);
    double sunX = dice.range(0.3, 0.7);
    sky.air(horizon);
    sky.sun(sunX, horizon - dice.range(0.04, 0.17), dice.range(60, 100), 1.05);
    sky.clouds(horizon, dice.range(0.3, 0.65), 0.6);
    float[] coast =
        Landscapes.rolling(stage, stage.y(horizon) + stage.px(34), stage.px(420), stage.px(120));
    boolean left = sunX > 0.5;
    for (int x = 0; x < coast.length; x++) {
      double side = left ? x / (double) stage.width : 1 - x / (double) stage.width;
      coast[x] += (float) (stage.px(260) * Math.max(0, side - 0.12));
    }
    Rgb land = stage.palette.depth(0.42);
    stage.add(new RidgeLayer(coast, land, land.mix(stage.palette.horizon(), 0.35), stage.px(90)));
    stage.add(new WaterLayer(stage, horizon, sunX));
    if (dice.chance(0.7)) {
      double x = sunX + (left ? -0.16 : 0.16);
      stage.add(
          ShapeLayer.solid(
              Figures.boat(stage.x(x), stage.y(horizon) + stage.px(58), stage.px(78)),
              stage.palette.near().mix(stage.palette.far(), 0.25)));
    }
    Landscapes.birds(stage, horizon);
    sky.mist(horizon, 26, stage.palette.horizon(), 0.5);
  }

  /** Below the surface, looking up into the light. */
  static void deep(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    float height = stage.height;
    Rgb surface = colours.horizon().mix(colours.mid(), 0.25);
    Rgb floor = colours.near();
    Rgb[] table = new Rgb[256];
    for (int i = 0; i < table.length; i++) {
      double t = i / 255.0;
      table[i] =
          t < 0.4 ? surface.mix(colours.mid(), t / 0.4) : colours.mid().mix(floor, (t - 0.4) / 0.6);
    }
    stage.soft(
        (x, y, out) -> Sky.cover(out, table[(int) Math.min(255, 255 * y / height)], floor, 0, 1));
    double lightX = dice.range(0.3, 0.7);
    sky.glow(stage.x(lightX), stage.y(-0.02), stage.px(520), colours.light(), 0.6);
    sky.rays(lightX, -0.12, 1750, colours.light(), 0.5);
    sky.rays(lightX + 0.1, -0.16, 1500, colours.horizon(), 0.3);
    for (int i = 0; i < 3; i++) {
      float[] line =
          Landscapes.rolling(
              stage, stage.y(0.74 + 0.08 * i), stage.px(380), stage.px(260 - 40 * i));
      Rgb colour = colours.mid().mix(floor, 0.45 + 0.25 * i);
      stage.add(new RidgeLayer(line, colour, floor, stage.px(380)));
    }
    SpeckLayer bubbles = new SpeckLayer();
    for (int i = 0; i < 70; i++) {
      float size = dice.unit();
      bubbles.disc(
          dice.unit() * stage.width,
          dice.unit() * stage.height * 0.8,
          stage.px(2 + 13 * size * size * size),
          colours.light().times(0.05 + 0.13 * dice.unit()));
    }
    stage.add(bubbles);
  }
}
