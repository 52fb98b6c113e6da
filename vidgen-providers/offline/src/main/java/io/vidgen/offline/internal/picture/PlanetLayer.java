package io.vidgen.offline.internal.picture;

/** A ball of gas in the light of a sun. */
final class PlanetLayer implements Layer {
  private final Stage stage;
  private final float cx;
  private final float cy;
  private final float radius;
  private final float tilt;
  private final float shift;
  private final Rgb[] bands = new Rgb[256];
  private final Rgb air;

  PlanetLayer(Stage stage, float cx, float cy, float radius) {
    this.stage = stage;
    this.cx = cx;
    this.cy = cy;
    this.radius = radius;
    this.tilt = stage.dice.range(0.2, 0.5);
    this.shift = stage.dice.range(0, 50);
    Palette colours = stage.palette;
    Rgb light = colours.light().mix(colours.horizon(), 0.35);
    Rgb dark = colours.horizon().mix(colours.mid(), 0.3).turned(-20, 1.1, 1.15);
    for (int i = 0; i < bands.length; i++) {
      bands[i] = dark.mix(light, i / 255.0);
    }
    this.air = colours.horizon().mix(colours.light(), 0.3);
  }

  @Override
  public void paint(Strip strip) {
    int first = Math.max(0, (int) (cy - radius) - 2 - strip.top);
    int last = Math.min(strip.rows, (int) (cy + radius) + 2 - strip.top);
    for (int y = first; y < last; y++) {
      float dy = (strip.top + y + 0.5f - cy) / radius;
      int left = Math.max(0, (int) (cx - radius) - 1);
      int right = Math.min(strip.width, (int) (cx + radius) + 2);
      for (int x = left; x < right; x++) {
        float dx = (x + 0.5f - cx) / radius;
        float d = dx * dx + dy * dy;
        float edge = (1 - (float) Math.sqrt(d)) * radius + 0.5f;
        if (edge > 0) {
          shade(strip, y * strip.width + x, dx, dy, d, Math.min(1, edge));
        }
      }
    }
  }

  private void shade(Strip strip, int index, float dx, float dy, float d, float cover) {
    float dz = (float) Math.sqrt(Math.max(0, 1 - d));
    float lit = Stage.smooth(-0.16, 0.85, -0.62 * dx - 0.42 * dy + 0.66 * dz);
    float latitude = dy + dx * tilt;
    float swirl = stage.noise.at(dx * 2.2 + shift, latitude * 5) * 0.35f;
    float value = stage.noise.line(latitude * 5.5 + swirl + shift, 3);
    Rgb colour = bands[Math.max(0, Math.min(255, (int) ((value * 1.7f - 0.35f) * 255)))];
    float limb = (1 - dz) * (1 - dz) * lit * 0.7f;
    strip.over(
        index,
        colour.r() * (lit * 0.82f + 0.012f) + air.r() * limb,
        colour.g() * (lit * 0.82f + 0.012f) + air.g() * limb,
        colour.b() * (lit * 0.82f + 0.012f) + air.b() * limb,
        cover);
  }
}
