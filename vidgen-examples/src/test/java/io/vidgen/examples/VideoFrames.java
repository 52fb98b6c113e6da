package io.vidgen.examples;

import io.vidgen.ffmpeg.FfmpegComposer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Takes frames out of a video and finds the highlighted word. */
final class VideoFrames {
  private static final int ENOUGH = 300;

  private final Path ffmpeg;
  private final Path video;
  private @Nullable BufferedImage last;
  private double lastSeconds;

  VideoFrames(FfmpegComposer composer, Path video) {
    this.ffmpeg = composer.program();
    this.video = video;
  }

  /** Where the middle of the highlight is. */
  record Place(double x, double y) {
    double distance(Place other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  Optional<Place> highlight(double seconds) throws IOException, InterruptedException {
    var frame = frame(seconds);
    double x = 0;
    double y = 0;
    int count = 0;
    for (int row = frame.getHeight() / 3; row < frame.getHeight(); row++) {
      for (int column = 0; column < frame.getWidth(); column++) {
        if (isHighlight(frame.getRGB(column, row))) {
          x += column;
          y += row;
          count++;
        }
      }
    }
    return count < ENOUGH ? Optional.empty() : Optional.of(new Place(x / count, y / count));
  }

  /** The colour of a point, 0xRRGGBB in steps of 16: encoders shift what is smaller. */
  int colour(double seconds, int x, int y) throws IOException, InterruptedException {
    // Many points of one frame are asked for, and each frame takes a process.
    if (last == null || lastSeconds != seconds) {
      last = frame(seconds);
      lastSeconds = seconds;
    }
    return last.getRGB(x, y) & 0xF0F0F0;
  }

  /** Near the default highlight colour, a saturated yellow that no picture here has in plenty. */
  private static boolean isHighlight(int rgb) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    return red > 225 && green > 180 && green < 235 && blue < 70;
  }

  private BufferedImage frame(double seconds) throws IOException, InterruptedException {
    var picture = Files.createTempFile("frame", ".bmp");
    try {
      var process =
          new ProcessBuilder(
                  List.of(
                      ffmpeg.toString(),
                      "-v",
                      "error",
                      "-nostdin",
                      "-y",
                      "-ss",
                      String.format(Locale.ROOT, "%.3f", seconds),
                      "-i",
                      video.toString(),
                      "-frames:v",
                      "1",
                      picture.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(100, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("no frame at " + seconds);
      }
      return ImageIO.read(picture.toFile());
    } finally {
      Files.deleteIfExists(picture);
    }
  }
}
