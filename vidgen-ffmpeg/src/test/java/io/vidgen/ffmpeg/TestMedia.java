package io.vidgen.ffmpeg;

import io.vidgen.ffmpeg.internal.find.BundledBinary;
import io.vidgen.ffmpeg.internal.find.FfmpegLocator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Makes small media files, and looks into finished ones, with the bundled ffmpeg. */
final class TestMedia {
  static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();
  private static final ClassLoader LOADER = TestMedia.class.getClassLoader();

  private TestMedia() {}

  /** The bundled program: the same on every machine. */
  static Path ffmpeg() {
    var bundled = BundledBinary.find(LOADER);
    try {
      return new FfmpegLocator(null, "", bundled, CACHE).candidates().get(0).locate().executable();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static FfmpegOptions options() {
    return FfmpegOptions.builder().ffmpeg(ffmpeg()).cacheFolder(CACHE).build();
  }

  static Optional<BundledBinary> bundled() {
    return BundledBinary.find(LOADER);
  }

  /** Runs ffmpeg, writes {@code output} and says what it printed. */
  static String run(List<String> arguments) {
    try {
      var command = new ArrayList<>(List.of(ffmpeg().toString(), "-nostdin", "-hide_banner", "-y"));
      command.addAll(arguments);
      var log = Files.createTempFile("vidgen-test", ".log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      try {
        if (!process.waitFor(100, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new IllegalStateException(command + "\n" + Files.readString(log));
        }
        return Files.readString(log);
      } finally {
        process.destroyForcibly();
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A moving test picture with a tone. */
  static Path clip(Path file, String size, int frameRate, double seconds) {
    run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=" + size + ":r=" + frameRate + ":d=" + seconds,
            "-f",
            "lavfi",
            "-i",
            "sine=440:d=" + seconds,
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            file.toString()));
    return file;
  }

  /** A picture from a description of ffmpeg's lavfi. */
  static Path still(Path file, String source) {
    run(List.of("-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1", file.toString()));
    return file;
  }

  /** A sound from a description of ffmpeg's lavfi. */
  static Path sound(Path file, String source) {
    run(List.of("-f", "lavfi", "-i", source, file.toString()));
    return file;
  }

  /** Frame number {@code frame} as it would be shown. */
  static BufferedImage frame(Path video, int frame) {
    try {
      var png = Files.createTempFile("vidgen-test", ".png");
      run(
          List.of(
              "-i",
              video.toString(),
              "-vf",
              "select=eq(n\\," + frame + ")," + "scale=in_color_matrix=bt709",
              "-vsync",
              "0",
              "-frames:v",
              "1",
              "-update",
              "1",
              png.toString()));
      var image = ImageIO.read(png.toFile());
      Files.delete(png);
      return image;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Start time of every frame in ticks of the track's clock, in order of showing. */
  static List<Long> times(Path video) {
    var log =
        run(
            List.of(
                "-i",
                video.toString(),
                "-map",
                "0:v",
                "-vsync",
                "0",
                "-copyts",
                "-vf",
                "showinfo",
                "-f",
                "null",
                "-"));
    var times = new ArrayList<Long>();
    log.lines()
        .filter(line -> line.contains("Parsed_showinfo") && line.contains(" pts:"))
        .forEach(
            line -> {
              var rest = line.substring(line.indexOf(" pts:") + 5).strip();
              times.add(Long.parseLong(rest.split("\\s")[0]));
            });
    return times;
  }

  /** Samples of the first channel at 48 kHz, as players hear them: 16 bits each. */
  static short[] samples(Path file) {
    try {
      var raw = Files.createTempFile("vidgen-test", ".raw");
      run(
          List.of(
              "-i",
              file.toString(),
              "-map",
              "0:a",
              "-ac",
              "1",
              "-ar",
              "48000",
              "-f",
              "s16le",
              raw.toString()));
      var bytes =
          java.nio.ByteBuffer.wrap(Files.readAllBytes(raw)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      Files.delete(raw);
      var samples = new short[bytes.remaining() / 2];
      bytes.asShortBuffer().get(samples);
      return samples;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static int red(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 16 & 255;
  }

  static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 255;
  }

  static int blue(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 255;
  }
}
