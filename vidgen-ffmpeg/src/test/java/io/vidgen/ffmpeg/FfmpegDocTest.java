package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/ffmpeg.md; the page is compared with the tagged regions. */
class FfmpegDocTest {
  @TempDir static Path folder;

  @Test
  void sample_options_areTaken() throws Exception {
    Path myFonts = Files.createDirectories(folder.resolve("fonts"));
    Path program = TestMedia.ffmpeg();
    Path cache = TestMedia.CACHE;
    // tag::options
    FfmpegComposer composer =
        FfmpegComposer.create(
            FfmpegOptions.builder()
                .ffmpeg(program)
                .addFontFolder(myFonts)
                .cacheFolder(cache)
                .threads(2)
                .stallLimit(Duration.ofSeconds(90))
                .build());
    String used = composer.describe();
    // end::options
    assertThat(used).startsWith("ffmpeg 4.4.1-static");
    // tag::glyphs
    List<Problem> problems = composer.checkGlyphs("Hello \u4f60\u597d", "title");
    // end::glyphs
    assertThat(problems).hasSize(1);
  }

  @Test
  void sample_inspect_findsWhatIsWrong() throws Exception {
    FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());
    Path video = TestMedia.clip(folder.resolve("video.mp4"), "64x48", 30, 3);
    // tag::inspect
    QualityReport report = composer.inspect(video);
    for (Problem problem : report.problems()) {
      // container: players must load all of it first (write it with +faststart)
      assertThat(problem.toString()).isNotBlank();
    }
    double lufs = report.loudness();
    // end::inspect
    assertThat(report.startsFast()).isFalse();
    assertThat(lufs).isBetween(-40.0, 0.0);
  }

  @Test
  void settings_ofConfig_becomeOptions() {
    var options =
        FfmpegOptions.from(
            config(
                Map.of(
                    "vidgen.ffmpeg", "/opt/ffmpeg",
                    "vidgen.fonts", folder.toString(),
                    "vidgen.cache", folder.toString(),
                    "vidgen.ffmpeg.threads", "3",
                    "vidgen.ffmpeg.stall", "20")));

    assertThat(options.ffmpeg()).contains(Path.of("/opt/ffmpeg"));
    assertThat(options.fontFolders()).containsExactly(folder);
    assertThat(options.threads()).isEqualTo(3);
    assertThat(options.stallLimit()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void availability_withWrongPath_saysWhatToCorrect() {
    var factory = new FfmpegComposerFactory();

    assertThat(factory.id()).isEqualTo("ffmpeg");
    assertThat(factory.availability(config(Map.of()))).isEqualTo(Availability.available());
    assertThat(factory.availability(config(Map.of("vidgen.ffmpeg", "/none/ffmpeg"))))
        .isEqualTo(
            Availability.missing(
                "there is no program /none/ffmpeg", "correct VIDGEN_FFMPEG or unset it"));
  }

  private static ProviderConfig config(Map<String, String> values) {
    return new ProviderConfig() {
      @Override
      public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
      }

      @Override
      public Optional<String> environment(String name) {
        return Optional.empty();
      }
    };
  }
}
