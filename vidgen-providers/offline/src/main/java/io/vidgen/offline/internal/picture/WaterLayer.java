package io.vidgen.offline.internal.picture;

/** Water up to a horizon, with the way that a low light draws on it. */
final class WaterLayer implements Layer {
  private final Stage stage;
  private final float horizon;
  private final float lightX;
  private final Rgb[] base = new Rgb[256];
  private final float shift;

  WaterLayer(Stage stage, double horizon, double lightX) {
    this.stage = stage;
    this.horizon = stage.y(horizon);
    this.lightX = stage.x(lightX);
    this.shift = stage.dice.range(0, 80);
    Palette colours = stage.palette;
    Rgb far = colours.horizon().mix(colours.mid(), 0.35);
    Rgb middle = colours.mid().mix(colours.near(), 0.35);
    for (int i = 0; i < base.length; i++) {
      double t = Math.pow(i / 255.0, 0.75);
      base[i] = t < 0.4 ? far.mix(middle, t / 0.4) : middle.mix(colours.near(), (t - 0.4) / 0.6);
    }
  }

  @Override
  public void paint(Strip strip) {
    for (int y = 0; y < strip.rows; y++) {
      float below = strip.top + y + 0.5f - horizon;
      if (below > -0.5f) {
        row(strip, y * strip.width, below);
      }
    }
  }

  private void row(Strip strip, int offset, float below) {
    float depth = Math.max(0.002f, below / (stage.height - horizon));
    float size = stage.px(9 + 130 * depth);
    float flat = stage.px(2.2 + 13 * depth);
    Rgb colour = base[Math.min(255, (int) (255 * depth))];
    Rgb light = stage.palette.light();
    Rgb sky = stage.palette.mid().mix(stage.palette.horizon(), 0.5);
    float wide = stage.px(46 + 300 * depth);
    float cover = Math.min(1, below + 0.5f);
    for (int x = 0; x < strip.width; x++) {
      float wave =
          0.6f * stage.noise.at(x / size + shift, below / flat)
              + 0.4f * stage.noise.at(x / size * 2.3f + shift, below / flat * 1.9f + 7);
      float shade = 0.72f + 0.56f * wave;
      float away = (x - lightX) / wide;
      float path = 1 / (1 + away * away * away * away + away * away);
      float glint =
          Stage.smooth(0.66 - 0.24 * path, 0.86 - 0.16 * path, wave)
              * path
              * (1 - 0.7f * Stage.smooth(0, 0.8, depth));
      float sheen = Stage.smooth(0.58, 0.8, wave) * 0.22f * (1 - depth);
      float red = colour.r() * shade + light.r() * (glint * 0.95f + path * 0.1f) + sky.r() * sheen;
      float green =
          colour.g() * shade + light.g() * (glint * 0.95f + path * 0.1f) + sky.g() * sheen;
      float blue = colour.b() * shade + light.b() * (glint * 0.95f + path * 0.1f) + sky.b() * sheen;
      strip.over(offset + x, red, green, blue, cover);
    }
  }
}
