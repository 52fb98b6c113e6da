package io.vidgen.sandbox.internal.lipsync;

import io.vidgen.sandbox.internal.media.TalkingHeads;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Makes the video: as long as the speech. In a picture of under 32 pixels it finds no face. */
final class LipSyncStage {
  private static final int SMALLEST = 32;
  private static final int LARGEST = 720;
  private static final int OF_VIDEOS = 320;
  private static final long LONGEST_SECONDS = 300;

  private final Studio studio;

  LipSyncStage(Studio studio) {
    this.studio = studio;
  }

  /** There is no face. */
  static final class NoFaceException extends Exception {
    private static final long serialVersionUID = 1L;

    NoFaceException() {
      super(LipSyncErrors.NO_FACE);
    }
  }

  /**
   * Makes it.
   *
   * @param face picture or video, whose name does not matter
   * @param speech with sound, else {@link IOException}
   */
  Path make(Path face, Path speech, int resizeFactor)
      throws NoFaceException, IOException, InterruptedException {
    var picture = picture(face);
    int width = OF_VIDEOS;
    int height = OF_VIDEOS;
    if (picture != null) {
      if (picture.getWidth() < SMALLEST || picture.getHeight() < SMALLEST) {
        throw new NoFaceException();
      }
      width = picture.getWidth();
      height = picture.getHeight();
    }
    studio.media().soundLength(speech);
    var order =
        new TalkingHeads.Order(
            face, speech, even(width / resizeFactor), even(height / resizeFactor), "mp4");
    try {
      return studio.heads().start(order).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(String.format(Locale.ROOT, "inference failed: %s", e.getMessage()), e);
    }
  }

  private static @Nullable BufferedImage picture(Path face) throws IOException {
    try (var in = Files.newInputStream(face)) {
      return ImageIO.read(in);
    }
  }

  private static int even(int value) {
    return Math.max(SMALLEST, Math.min(LARGEST, value)) / 2 * 2;
  }
}
