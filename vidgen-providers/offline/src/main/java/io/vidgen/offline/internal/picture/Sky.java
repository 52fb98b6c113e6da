package io.vidgen.offline.internal.picture;

import java.awt.geom.Ellipse2D;

/** What is above and between things: air, clouds, sun, stars, mist, rays. */
final class Sky {
  private final Stage stage;

  Sky(Stage stage) {
    this.stage = stage;
  }

  /** The sky down to a horizon, and the horizon's colour below it. */
  void air(double horizon) {
    Rgb[] table = stage.palette.skyTable();
    float reach = stage.y(horizon);
    stage.soft(
        (x, y, out) -> {
          Rgb colour = table[Math.min(255, Math.max(0, (int) (255 * y / reach)))];
          out[0] = colour.r();
          out[1] = colour.g();
          out[2] = colour.b();
          out[3] = 1;
        });
  }

  /** A sun or moon with its glow. */
  void sun(double cx, double cy, double radius, double strength) {
    float x0 = stage.x(cx);
    float y0 = stage.y(cy);
    float r = stage.px(radius);
    glow(
        x0,
        y0,
        stage.px(radius * 5.5),
        stage.palette.light().mix(stage.palette.horizon(), 0.5),
        0.5 * strength);
    glow(x0, y0, stage.px(radius * 1.9), stage.palette.light(), 0.55 * strength);
    Rgb core = stage.palette.light().times(1.2 + 0.7 * strength);
    stage.add(
        ShapeLayer.of(
            new Ellipse2D.Float(x0 - r, y0 - r, 2 * r, 2 * r),
            core,
            core.mix(stage.palette.horizon(), 0.22),
            1,
            0.97));
  }

  /** A light that fades with the distance. */
  void glow(double x0, double y0, double reach, Rgb colour, double strength) {
    float cx = (float) x0;
    float cy = (float) y0;
    float size = (float) reach;
    float power = (float) strength;
    stage.soft(
        (x, y, out) -> {
          float dx = (x - cx) / size;
          float dy = (y - cy) / size;
          float d = dx * dx + dy * dy;
          if (d < 9) {
            float share = power * ((float) Math.exp(-d * 1.6) - 5.6e-7f);
            out[0] = colour.r() * share;
            out[1] = colour.g() * share;
            out[2] = colour.b() * share;
          }
        });
  }

  /** Clouds in long bands, lit from below towards the horizon. */
  void clouds(double horizon, double amount, double opacity) {
    Noise noise = stage.noise;
    float reach = stage.y(horizon);
    double wide = 1 / stage.px(520);
    double high = 1 / stage.px(150);
    float shift = stage.dice.range(0, 100);
    float from = (float) (0.86 - 0.5 * amount);
    Rgb lit = stage.palette.light().mix(stage.palette.horizon(), 0.45);
    Rgb dark = stage.palette.mid().mix(stage.palette.horizon(), 0.3);
    stage.soft(
        (x, y, out) -> {
          if (y > reach) {
            return;
          }
          float bend = noise.at(x * wide * 0.6 + 9, y * high * 0.4) * 0.9f;
          float value = noise.cloud(x * wide + shift, y * high + bend + shift, 4);
          float near = y / reach;
          float share =
              Stage.smooth(from, from + 0.26, value) * (float) opacity * (1 - near * near * 0.5f);
          float glow = Stage.smooth(from + 0.02, from + 0.3, value) * 0.55f + near * 0.4f;
          cover(out, dark, lit, Math.min(1, glow), share);
        });
  }

  /** Stars, thinning out towards the horizon. */
  void stars(double horizon, int count) {
    SpeckLayer specks = new SpeckLayer();
    Dice dice = stage.dice;
    for (int i = 0; i < count; i++) {
      float y = dice.unit() * stage.y(horizon);
      float fade = 1 - y / stage.y(horizon);
      float size = dice.unit();
      float bright = (0.12f + 0.9f * size * size * size * size) * (0.25f + 0.75f * fade);
      Rgb colour = stage.palette.light().mix(stage.palette.horizon(), dice.range(0, 0.5));
      specks.soft(
          dice.unit() * stage.width,
          y,
          stage.px(1.1 + 2.1 * size * size * size),
          colour.times(bright));
      if (size > 0.985) {
        specks.soft(dice.unit() * stage.width, y, stage.px(9), colour.times(0.18 * bright));
      }
    }
    stage.add(specks);
  }

  /** Mist that lies at a height. */
  void mist(double height, double thickness, Rgb colour, double opacity) {
    Noise noise = stage.noise;
    float centre = stage.y(height);
    float size = stage.px(thickness);
    double scale = 1 / stage.px(380);
    float shift = stage.dice.range(0, 50);
    stage.soft(
        (x, y, out) -> {
          float d = (y - centre) / size;
          if (Math.abs(d) < 2.6f) {
            float wave = 0.45f + 0.75f * noise.cloud(x * scale + shift, y * scale * 2.2, 3);
            float share = (float) (opacity * Math.exp(-d * d) * wave);
            cover(out, colour, colour, 0, Math.min(1, share));
          }
        });
  }

  /** Rays from a light. */
  void rays(double cx, double cy, double reach, Rgb colour, double strength) {
    Noise noise = stage.noise;
    float x0 = stage.x(cx);
    float y0 = stage.y(cy);
    float size = stage.px(reach);
    float shift = stage.dice.range(0, 60);
    stage.soft(
        (x, y, out) -> {
          float dx = x - x0;
          float dy = y - y0;
          float distance = (float) Math.sqrt(dx * dx + dy * dy);
          if (distance < size) {
            double angle = Math.atan2(dy, dx);
            float beam = noise.at(angle * 7 + shift) * 0.65f + noise.at(angle * 19 + shift) * 0.35f;
            float fade = 1 - distance / size;
            float start = Stage.smooth(0, 0.12, distance / size);
            float share = (float) strength * Stage.smooth(0.42, 0.85, beam) * fade * fade * start;
            out[0] = colour.r() * share;
            out[1] = colour.g() * share;
            out[2] = colour.b() * share;
          }
        });
  }

  static void cover(float[] out, Rgb from, Rgb to, float mix, float share) {
    out[0] = (from.r() + (to.r() - from.r()) * mix) * share;
    out[1] = (from.g() + (to.g() - from.g()) * mix) * share;
    out[2] = (from.b() + (to.b() - from.b()) * mix) * share;
    out[3] = share;
  }
}
