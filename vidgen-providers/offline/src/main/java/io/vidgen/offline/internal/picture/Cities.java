package io.vidgen.offline.internal.picture;

import java.awt.geom.Path2D;

/** Towns by night and in the rain. */
final class Cities {

  private Cities() {}

  static void skyline(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(0.6);
    if (colours.top().luminance() < 0.02) {
      sky.stars(0.45, 160);
    }
    sky.sun(dice.range(0.25, 0.75), dice.range(0.16, 0.34), dice.range(55, 120), 0.95);
    sky.clouds(0.55, 0.4, 0.5);
    for (int i = 0; i < 4; i++) {
      double near = i / 3.0;
      Rgb wall = colours.depth(0.2 + 0.75 * near);
      Rgb window = Rgb.hex(0xFFC978).mix(colours.light(), 0.2);
      CityLayer city = new CityLayer(stage, 0.5 + 0.07 * i, 70 + 55 * i, wall);
      if (i > 0) {
        city.windows(window.times(0.25 + 0.4 * near), 8 + 7 * near, 0.2 + 0.1 * near);
      }
      stage.add(city);
      sky.mist(0.64 + 0.05 * i, 150, colours.horizon(), 0.4 * (1 - near) * (1 - near));
    }
    sky.mist(0.72, 120, colours.horizon().mix(colours.mid(), 0.5), 0.14);
  }

  /** Lights of a town behind a wet window. */
  static void rain(Stage stage) {
    Dice dice = stage.dice;
    Sky sky = new Sky(stage);
    Palette colours = stage.palette;
    sky.air(1.9);
    sky.mist(0.46, 330, colours.mid(), 0.75);
    sky.mist(0.5, 190, colours.horizon(), 0.16);
    SpeckLayer lights = new SpeckLayer();
    Rgb[] lamps = {
      colours.light(),
      colours.horizon(),
      colours.horizon().turned(40, 1.2, 1),
      colours.mid().turned(-30, 1.4, 1.25),
      colours.light().mix(colours.horizon(), 0.6)
    };
    for (int i = 0; i < 64; i++) {
      float size = dice.unit();
      double y = 0.5 + (dice.unit() - 0.5) * (dice.unit() * 0.75);
      Rgb colour = lamps[dice.below(lamps.length)];
      lights.disc(
          dice.unit() * stage.width,
          stage.y(y),
          stage.px(22 + 95 * size * size),
          colour.times(0.05 + 0.3 * dice.unit() * (1 - 0.6 * size)));
    }
    stage.add(lights);
    streaks(stage, 130);
    drops(stage, 110);
  }

  /** Falling rain. */
  static void streaks(Stage stage, int count) {
    Dice dice = stage.dice;
    Path2D path = new Path2D.Float();
    for (int i = 0; i < count; i++) {
      double x = dice.unit() * stage.width * 1.1;
      double y = dice.unit() * stage.height;
      double length = stage.px(dice.range(50, 190));
      double wide = stage.px(dice.range(0.7, 1.7));
      path.moveTo(x, y);
      path.lineTo(x - length * 0.12, y + length);
      path.lineTo(x - length * 0.12 + wide, y + length);
      path.closePath();
    }
    Rgb colour = stage.palette.light().times(0.09);
    stage.add(ShapeLayer.light(path, colour, colour));
  }

  private static void drops(Stage stage, int count) {
    Dice dice = stage.dice;
    SpeckLayer drops = new SpeckLayer();
    Rgb light = stage.palette.light();
    for (int i = 0; i < count; i++) {
      double x = dice.unit() * stage.width;
      double y = dice.unit() * stage.height;
      double size = stage.px(2.5 + 9 * dice.unit() * dice.unit());
      drops.disc(x, y, size, light.times(0.05));
      drops.soft(x - size * 0.3, y - size * 0.35, size * 0.4, light.times(0.5));
    }
    stage.add(drops);
  }
}
