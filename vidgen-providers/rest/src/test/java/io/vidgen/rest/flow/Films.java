package io.vidgen.rest.flow;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Render;
import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.Timeline;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.subtitle.CaptionStyle;
import io.vidgen.subtitle.Rgba;
import io.vidgen.subtitle.WordsJson;
import io.vidgen.testkit.FakeCallContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What is seen and said in a video, and the simplest way to make one. */
final class Films {
  static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  /** The spoken word has a colour that no picture here has. */
  static final CaptionStyle STYLE =
      CaptionStyle.builder().highlight(new Rgba(255, 0, 255, 255)).build();

  /** A short word fills at least this much of a frame. */
  static final double SOME = 0.0003;

  private static final VideoFormat SIZE = new VideoFormat(270, 480);

  private Films() {}

  static List<WordTiming> words(Render render) throws IOException {
    try (var in = Files.newInputStream(render.file(Render.WORDS))) {
      return new WordsJson().read(in).words();
    }
  }

  /** Letters and digits of the words, since a recogniser decides about the rest. */
  static List<String> plain(List<WordTiming> words) {
    return plain(words.stream().map(WordTiming::text));
  }

  static List<String> plain(String text) {
    return plain(java.util.Arrays.stream(text.split("\\s+")));
  }

  private static List<String> plain(java.util.stream.Stream<String> words) {
    return words.map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9']", "")).toList();
  }

  /** Differences between the starts of words, in order of size. */
  static List<Long> differences(List<WordTiming> truth, List<WordTiming> found) {
    return IntStream.range(0, truth.size())
        .mapToObj(i -> found.get(i).start().minus(truth.get(i).start()).abs().toMillis())
        .sorted()
        .toList();
  }

  /** How much of a frame has the colour of the word that is spoken, 0 to 1. */
  static double highlighted(Path video, Duration at) throws IOException, InterruptedException {
    try (var call = FakeCallContext.create()) {
      var artifact = call.input(Files.readAllBytes(video), "video/mp4");
      int frame = (int) (at.toMillis() * Timeline.FRAME_RATE / 1000);
      var poster = COMPOSER.poster(new PosterRequest(artifact, frame, Timeline.FRAME_RATE), call);
      var picture = ImageIO.read(new ByteArrayInputStream(call.bytes(poster.image())));
      long coloured =
          IntStream.range(0, picture.getWidth() * picture.getHeight())
              .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
              .filter(Films::isHighlight)
              .count();
      return (double) coloured / (picture.getWidth() * picture.getHeight());
    }
  }

  private static boolean isHighlight(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return red > 150 && green < 120 && blue > 150;
  }

  /** A still picture with a recording. */
  static Path still(Path picture, Path recording, Path out)
      throws IOException, InterruptedException {
    try (var call = FakeCallContext.create()) {
      Artifact shown = call.input(Files.readAllBytes(picture), "image/png");
      Artifact sound = call.input(Files.readAllBytes(recording), "audio/wav");
      var length = COMPOSER.probe(recording).duration();
      int frames = (int) Math.ceil(length.toMillis() * Timeline.FRAME_RATE / 1000.0);
      var layer =
          new SegmentRequest.Layer(
              new Visual.Still(shown, Fit.BLURRED_FILL, Motion.NONE), 0, frames);
      var segment =
          COMPOSER.segment(
              new SegmentRequest(
                  SIZE, Timeline.FRAME_RATE, frames, List.of(layer), null, null, Quality.DRAFT),
              call);
      var voice = new AudioClip(sound, AudioClip.Role.VOICE, Duration.ZERO, length, 0);
      var mix =
          COMPOSER.mix(
              new MixRequest(
                  List.of(voice),
                  frames,
                  Timeline.FRAME_RATE,
                  MixRequest.LOUDNESS,
                  MixRequest.TRUE_PEAK),
              call);
      var finish =
          COMPOSER.finish(
              new FinishRequest(
                  List.of(segment.video()), mix.audio(), frames, Timeline.FRAME_RATE, "", "en"),
              call);
      return Files.write(out, call.bytes(finish.video()));
    }
  }
}
