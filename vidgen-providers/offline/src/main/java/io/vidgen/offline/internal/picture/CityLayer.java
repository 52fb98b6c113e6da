package io.vidgen.offline.internal.picture;

import java.util.ArrayList;
import java.util.List;

/** A row of buildings, with lit windows if wanted. */
final class CityLayer implements Layer {

  private record Building(int left, int right, float top, int seed) {}

  private final List<Building> buildings = new ArrayList<>();
  private final Stage stage;
  private final Rgb wall;
  private final Rgb foot;
  private Rgb light = new Rgb(0, 0, 0);
  private float pitch;
  private float lit;

  CityLayer(Stage stage, double skyline, double width, Rgb wall) {
    this.stage = stage;
    this.wall = wall;
    this.foot = wall.mix(stage.palette.near(), 0.45);
    Dice dice = stage.dice;
    float x = -stage.px(40);
    while (x < stage.width) {
      float wide = stage.px(width * dice.range(0.7, 1.5));
      float top = stage.y(skyline) - stage.px(dice.range(-90, 210) * (dice.chance(0.2) ? 1.7 : 1));
      int seed = (int) dice.next();
      buildings.add(new Building((int) x, (int) (x + wide), top, seed));
      if (dice.chance(0.35)) {
        float inset = wide * dice.range(0.15, 0.3);
        float extra = stage.px(dice.range(20, 70));
        buildings.add(
            new Building((int) (x + inset), (int) (x + wide - inset), top - extra, seed + 1));
        if (dice.chance(0.5)) {
          float centre = x + wide / 2;
          float mast = Math.max(1, stage.px(1.6));
          buildings.add(
              new Building(
                  (int) (centre - mast),
                  (int) (centre + mast),
                  top - extra - stage.px(dice.range(40, 110)),
                  0));
        }
      }
      x += wide + (dice.chance(0.25) ? stage.px(dice.range(4, 26)) : 0);
    }
  }

  /** Lights some windows. */
  void windows(Rgb colour, double pixels, double share) {
    this.light = colour;
    this.pitch = Math.max(4, stage.px(pixels));
    this.lit = (float) share;
  }

  @Override
  public void paint(Strip strip) {
    for (Building building : buildings) {
      int left = Math.max(0, building.left);
      int right = Math.min(strip.width, building.right);
      for (int y = 0; y < strip.rows; y++) {
        float below = strip.top + y + 0.5f - building.top;
        if (below <= -0.5f || left >= right) {
          continue;
        }
        float cover = Math.min(1, below + 0.5f);
        float down = Math.min(1, below / stage.px(520));
        float red = wall.r() + (foot.r() - wall.r()) * down;
        float green = wall.g() + (foot.g() - wall.g()) * down;
        float blue = wall.b() + (foot.b() - wall.b()) * down;
        for (int x = left; x < right; x++) {
          strip.over(y * strip.width + x, red, green, blue, cover);
        }
        if (pitch > 0 && building.right - building.left > pitch * 2) {
          lightRow(strip, y, building, below);
        }
      }
    }
  }

  private void lightRow(Strip strip, int y, Building building, float below) {
    float calm = 1 - Stage.smooth(stage.px(120), stage.px(430), below);
    float tall = pitch * 1.7f;
    int floor = (int) (below / tall);
    float inFloor = below - floor * tall;
    if (calm <= 0 || floor < 1 || inFloor < tall * 0.3f || inFloor > tall * 0.78f) {
      return;
    }
    Noise noise = stage.noise;
    int columns = (int) ((building.right - building.left) / pitch);
    for (int c = 0; c < columns; c++) {
      float chance = noise.corner(building.seed + c, floor);
      float wholeFloor = noise.corner(building.seed, floor * 31 + 5);
      if (chance > lit * (wholeFloor > 0.82f ? 2.6f : 1)) {
        continue;
      }
      float bright = calm * (0.3f + 0.7f * noise.corner(building.seed + c * 7, floor + 99));
      int from = Math.max(0, (int) (building.left + (c + 0.28f) * pitch));
      int to = Math.min(strip.width, (int) (building.left + (c + 0.8f) * pitch));
      for (int x = from; x < to; x++) {
        strip.over(y * strip.width + x, light, bright);
      }
    }
  }
}
