package io.vidgen.ffmpeg;

import java.awt.image.BufferedImage;

/** How much two pictures differ. */
final class PixelDifference {
  private static final int VISIBLE = 60;

  private PixelDifference() {}

  /** Mean difference of green, 0 to 255. */
  static double mean(BufferedImage a, BufferedImage b) {
    long sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs(TestMedia.green(a, x, y) - TestMedia.green(b, x, y));
      }
    }
    return (double) sum / a.getWidth() / a.getHeight();
  }

  /** How many pixels in some rows differ so that it is seen. */
  static int changed(BufferedImage a, BufferedImage b, int fromRow, int toRow) {
    int changed = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (Math.abs(TestMedia.green(a, x, y) - TestMedia.green(b, x, y)) > VISIBLE) {
          changed++;
        }
      }
    }
    return changed;
  }
}
