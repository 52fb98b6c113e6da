package io.vidgen.google.flow;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Render;
import io.vidgen.model.Timeline;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.PosterRequest;
import io.vidgen.subtitle.WordsJson;
import io.vidgen.testkit.FakeCallContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What is seen and said in a finished story. */
final class Films {
  static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  /** How far a channel of a colour may be off after two encodings. */
  private static final int NEAR = 40;

  private Films() {}

  static List<WordTiming> words(Render render) throws IOException {
    try (var in = Files.newInputStream(render.file(Render.WORDS))) {
      return new WordsJson().read(in).words();
    }
  }

  /** Letters and digits of the words: who hears them decides about the rest. */
  static List<String> plain(Stream<String> words) {
    return words
        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static List<String> plain(String text) {
    return plain(Arrays.stream(text.split("\\s+")));
  }

  static List<String> plain(List<WordTiming> words) {
    return plain(words.stream().map(WordTiming::text));
  }

  /** Differences between the starts of words in milliseconds, in order of size. */
  static List<Long> differences(List<WordTiming> truth, List<WordTiming> found) {
    return IntStream.range(0, truth.size())
        .mapToObj(i -> found.get(i).start().minus(truth.get(i).start()).abs().toMillis())
        .sorted()
        .toList();
  }

  /** The strong colour that fills most of a picture. */
  static int signature(BufferedImage picture) {
    var counts = new HashMap<Integer, Integer>();
    for (int y = 0; y < picture.getHeight(); y += 2) {
      for (int x = 0; x < picture.getWidth(); x += 2) {
        int rgb = picture.getRGB(x, y) & 0xf0f0f0;
        if (spread(rgb) > 96) {
          counts.merge(rgb, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow(() -> new AssertionError("no strong colour"))
        | 0x080808;
  }

  private static int spread(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
  }

  /** How much of a frame has a colour, 0 to 1. */
  static double share(Path video, Duration at, int colour)
      throws IOException, InterruptedException {
    var picture = frame(video, at);
    long coloured =
        IntStream.range(0, picture.getWidth() * picture.getHeight())
            .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
            .filter(rgb -> isNear(rgb, colour))
            .count();
    return (double) coloured / (picture.getWidth() * picture.getHeight());
  }

  static BufferedImage frame(Path video, Duration at) throws IOException, InterruptedException {
    try (var call = FakeCallContext.create()) {
      var artifact = call.input(Files.readAllBytes(video), "video/mp4");
      int frame = (int) (at.toMillis() * Timeline.FRAME_RATE / 1000);
      var poster = COMPOSER.poster(new PosterRequest(artifact, frame, Timeline.FRAME_RATE), call);
      return ImageIO.read(new ByteArrayInputStream(call.bytes(poster.image())));
    }
  }

  static boolean isNear(int rgb, int colour) {
    return IntStream.of(0, 8, 16)
        .allMatch(shift -> Math.abs((rgb >> shift & 0xff) - (colour >> shift & 0xff)) <= NEAR);
  }
}
