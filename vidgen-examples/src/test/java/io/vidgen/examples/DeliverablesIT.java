package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.VideoPipeline;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Render;
import io.vidgen.job.RenderSet;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small videos of every kind from one purchase, looked at. */
class DeliverablesIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());
  private static final PaidStoryboard PICTURES = new PaidStoryboard();

  @TempDir static Path home;
  private static RenderSet set;

  @BeforeAll
  static void render() {
    var other = script("The words are other ones.", "But what is seen is the same.");
    var base =
        VideoRequest.narrated(
                script("A lighthouse stands by the sea.", "At night its light turns slowly."))
            .format(new VideoFormat(360, 640))
            .build();
    try (var pipeline = VideoPipeline.builder().directory(home).images(PICTURES).build()) {
      set =
          pipeline.render(
              Deliverables.of(base)
                  .asIs("main")
                  .format("square", new VideoFormat(480, 480))
                  .format("wide", new VideoFormat(640, 360))
                  .language("other", other)
                  .withoutCaptions("clean")
                  .teaser("teaser", Duration.ofSeconds(3))
                  .poster("cover"));
    }
  }

  private static Script script(String... sentences) {
    var visuals = List.of("a lighthouse by the sea", "a lighthouse at night");
    var scenes = new ArrayList<Scene>();
    for (int i = 0; i < sentences.length; i++) {
      var said = List.of(DialogueLine.narrator(sentences[i]));
      scenes.add(new Scene("", said, visuals.get(i), "", null, null, null, 1));
    }
    return new Script("Lighthouse", Locale.ENGLISH, scenes);
  }

  @Test
  void render_allOfThem_drawsEachPictureOnce() {
    assertThat(PICTURES.drawn()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "main,360,640",
    "square,480,480",
    "wide,640,360",
    "other,360,640",
    "clean,360,640",
    "teaser,360,640"
  })
  void render_each_isWhatPlatformsWant(String name, int width, int height) throws Exception {
    var render = set.get(name);
    var report = COMPOSER.inspect(render.video());

    var picture = Objects.requireNonNull(report.media().video());
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(report.media().duration().minus(render.duration()).abs())
        .isLessThan(Duration.ofMillis(50));
    assertThat(report.loudness()).isCloseTo(-14, within(1.0));
    assertThat(report.black()).isEmpty();
  }

  @Test
  void render_cleanAndCaptioned_differOnlyWhereTheCaptionIs() throws Exception {
    var captioned = new VideoFrames(COMPOSER, set.get("main").video());
    var clean = new VideoFrames(COMPOSER, set.get("clean").video());

    assertThat(isEqual(captioned, clean, 60)).as("above the caption").isTrue();
    assertThat(isEqual(captioned, clean, 640)).as("with the caption").isFalse();
    assertThat(set.get("clean").file(Render.SRT))
        .hasSameTextualContentAs(set.get("main").file(Render.SRT));
  }

  /** From the top; encoders shift what is small. */
  private static boolean isEqual(VideoFrames one, VideoFrames other, int rows) throws Exception {
    for (int y = 10; y < rows; y += 24) {
      for (int x = 20; x < 360; x += 40) {
        int left = one.colour(1.2, x, y);
        int right = other.colour(1.2, x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          if (Math.abs((left >> shift & 255) - (right >> shift & 255)) > 32) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Test
  void render_teaser_isThreeSecondsAndEndsSoftly() {
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(set.get("main").duration()).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void render_cover_isAPictureAlone() throws Exception {
    var picture = ImageIO.read(set.get("cover").file(Render.POSTER).toFile());

    assertThat(picture.getWidth()).isEqualTo(360);
    assertThat(picture.getHeight()).isEqualTo(640);
    assertThat(Files.size(set.get("cover").file(Render.POSTER))).isGreaterThan(1000);
  }
}
