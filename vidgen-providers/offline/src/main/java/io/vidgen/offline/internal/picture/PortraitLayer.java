package io.vidgen.offline.internal.picture;

import java.awt.BasicStroke;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** A given picture, framed and set into the scene. */
final class PortraitLayer implements Layer {
  private final BufferedImage image;
  private final int left;
  private final int top;
  private final RoundRectangle2D outline;
  private final int[] row;
  private final float[] linear = new float[256];

  private PortraitLayer(BufferedImage image, int left, int top, double corner) {
    this.image = image;
    this.left = left;
    this.top = top;
    this.row = new int[image.getWidth()];
    this.outline =
        new RoundRectangle2D.Double(left, top, image.getWidth(), image.getHeight(), corner, corner);
    for (int i = 0; i < linear.length; i++) {
      linear[i] = Rgb.hex(i << 16).r();
    }
  }

  /** Puts a picture with shadow, glow and ring on a stage, above the captions. */
  static void hang(Stage stage, BufferedImage image) {
    int left = (stage.width - image.getWidth()) / 2;
    int top = Math.round(stage.y(0.35)) - image.getHeight() / 2;
    PortraitLayer portrait =
        new PortraitLayer(image, left, Math.max((int) stage.px(60), top), stage.px(110));
    RoundRectangle2D frame = portrait.outline;
    Rgb light = stage.palette.light();
    stage.soft(halo(frame, light.mix(stage.palette.horizon(), 0.5), stage.px(90), 0.32f, false));
    stage.soft(
        halo(
            shifted(frame, stage.px(22)),
            stage.palette.near().times(0.3),
            stage.px(52),
            0.62f,
            true));
    stage.add(portrait);
    stage.add(
        ShapeLayer.of(
            new BasicStroke(Math.max(2, stage.px(7))).createStrokedShape(frame),
            light,
            light.mix(stage.palette.horizon(), 0.6),
            0.95,
            0.8));
  }

  private static RoundRectangle2D shifted(RoundRectangle2D frame, double down) {
    return new RoundRectangle2D.Double(
        frame.getX(),
        frame.getY() + down,
        frame.getWidth(),
        frame.getHeight(),
        frame.getArcWidth(),
        frame.getArcHeight());
  }

  /** Light or shadow that fades with the distance from a frame. */
  private static SoftLayer.Paint halo(
      RoundRectangle2D frame, Rgb colour, float reach, float strength, boolean shadow) {
    float cx = (float) frame.getCenterX();
    float cy = (float) frame.getCenterY();
    float half = (float) frame.getArcWidth() / 2;
    float wide = (float) frame.getWidth() / 2 - half;
    float high = (float) frame.getHeight() / 2 - half;
    return (x, y, out) -> {
      float dx = Math.max(0, Math.abs(x - cx) - wide);
      float dy = Math.max(0, Math.abs(y - cy) - high);
      float away = Math.max(0, (float) Math.sqrt(dx * dx + dy * dy) - half) / reach;
      if (away < 4) {
        float share = strength * (float) Math.exp(-away * away);
        Sky.cover(out, colour, colour, 0, share);
        out[3] = shadow ? share : 0;
      }
    };
  }

  @Override
  public void paint(Strip strip) {
    int first = Math.max(0, top - strip.top);
    int last = Math.min(strip.rows, top + image.getHeight() - strip.top);
    if (first >= last) {
      return;
    }
    byte[] coverage = strip.coverage(outline);
    for (int y = first; y < last; y++) {
      image.getRGB(0, strip.top + y - top, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int at = left + x;
        if (at < 0 || at >= strip.width) {
          continue;
        }
        int i = y * strip.width + at;
        float share = (coverage[i] & 0xFF) / 255f * (row[x] >>> 24) / 255f;
        if (share > 0) {
          strip.over(
              i,
              linear[row[x] >> 16 & 255],
              linear[row[x] >> 8 & 255],
              linear[row[x] & 255],
              share);
        }
      }
    }
  }
}
