package io.vidgen.sandbox.internal.media;

import io.vidgen.audio.WavReader;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A mouth that opens with the loudness of a speech, as raw RGBA pictures with a transparent
 * surrounding.
 */
final class Mouth {
  /** Pictures in a second. */
  static final int RATE = 25;

  private static final int LEVELS = 9;
  private static final double CURVE = 0.6;

  private final int width;
  private final int height;
  private final byte[][] pictures = new byte[LEVELS][];

  Mouth(int width, int height) {
    this.width = width;
    this.height = height;
    for (int level = 0; level < LEVELS; level++) {
      pictures[level] = draw(level / (double) (LEVELS - 1));
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Writes one picture for each 40 ms of a sound. */
  void write(WavReader.Sound sound, int frames, OutputStream out) throws IOException {
    var samples = sound.samples();
    var loudness = new double[frames];
    double loudest = 1e-4;
    for (int i = 0; i < frames; i++) {
      int from = (int) ((long) i * sound.rate() / RATE);
      int to = (int) Math.min(samples.length, (i + 1L) * sound.rate() / RATE);
      double sum = 0;
      for (int k = from; k < to; k++) {
        sum += (double) samples[k] * samples[k];
      }
      loudness[i] = to > from ? Math.sqrt(sum / (to - from)) : 0;
      loudest = Math.max(loudest, loudness[i]);
    }
    for (double value : loudness) {
      int level = (int) Math.round(Math.pow(value / loudest, CURVE) * (LEVELS - 1));
      out.write(pictures[level]);
    }
  }

  private byte[] draw(double open) {
    var pixels = new byte[width * height * 4];
    double lip = 0.92;
    double inner = 0.78;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x + 0.5 - width / 2.0) / (width / 2.0);
        double dy = (y + 0.5 - height / 2.0) / (height / 2.0);
        int at = 4 * (y * width + x);
        if (inside(dx, dy, inner, 0.02 + 0.80 * open)) {
          paint(pixels, at, 60, 12, 20);
        } else if (inside(dx, dy, lip, 0.16 + 0.80 * open)) {
          paint(pixels, at, 178, 62, 68);
        }
      }
    }
    return pixels;
  }

  private static boolean inside(double dx, double dy, double halfWidth, double halfHeight) {
    double a = dx / halfWidth;
    double b = dy / Math.min(0.98, halfHeight);
    return a * a + b * b <= 1;
  }

  private static void paint(byte[] pixels, int at, int red, int green, int blue) {
    pixels[at] = (byte) red;
    pixels[at + 1] = (byte) green;
    pixels[at + 2] = (byte) blue;
    pixels[at + 3] = (byte) 255;
  }
}
