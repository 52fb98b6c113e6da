package io.vidgen.offline.internal.picture;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** Reads a picture that somebody gave, no larger than it is needed. */
final class Reference {
  private static final long MOST_PIXELS = 120_000_000;

  private Reference() {}

  /**
   * Reads and fits a picture.
   *
   * @param file a PNG, JPEG, GIF or BMP
   * @param maxWidth the most it may be wide
   * @param maxHeight the most it may be high
   * @return the picture, as large as fits
   * @throws VidgenException of kind {@link FailureKind#INVALID_REQUEST} if it is no picture
   */
  static BufferedImage read(Path file, int maxWidth, int maxHeight) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unusable("is no PNG, JPEG, GIF or BMP", null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return fitted(reader, maxWidth, maxHeight);
      } catch (IOException | RuntimeException e) {
        if (e instanceof VidgenException) {
          throw e;
        }
        throw unusable("cannot be read: " + e.getMessage(), e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage fitted(ImageReader reader, int maxWidth, int maxHeight)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw unusable("has " + width + "x" + height + " pixels, more than this can read", null);
    }
    double scale = Math.min(maxWidth / (double) width, maxHeight / (double) height);
    int step = Math.max(1, (int) (0.5 / scale));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    int toWidth = Math.max(1, (int) Math.round(width * scale));
    int toHeight = Math.max(1, (int) Math.round(height * scale));
    return scaled(read, toWidth, toHeight);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = result.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return result;
  }

  private static VidgenException unusable(
      String what, @org.jspecify.annotations.Nullable Throwable cause) {
    return new VidgenException(
        Failure.of(
            FailureKind.INVALID_REQUEST,
            "the reference picture " + what,
            "give a PNG or JPEG of the character"),
        cause);
  }
}
