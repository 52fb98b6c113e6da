package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.VideoPipeline;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.ffmpeg.QualityReport;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Scene;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two videos of the quick start, looked at: a scene or two of each, in the soak all five. */
class QuickStartIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  @TempDir Path home;

  @Test
  void quickStart_english_isWhatPlatformsWant() throws Exception {
    assertEnglish(5, "--script", shortest("en", 2));
  }

  @Test
  @Tag("soak")
  void quickStart_wholeEnglish_isWhatPlatformsWant() throws Exception {
    assertEnglish(8);
  }

  private static void assertEnglish(int compared, String... args) throws Exception {
    var video = QuickStart.render(QuickStartArguments.parse(args));
    var folder = newest();

    check(COMPOSER.inspect(video), folder);
    assertThat(folder.words()).allMatch(word -> word.source().equals("synthesis"));
    assertHighlightFollowsWords(video, folder.words(), compared);
  }

  @Test
  void quickStart_french_speaksFrench() throws Exception {
    assertFrench("--language", "fr", "--script", shortest("fr", 1));
  }

  @Test
  @Tag("soak")
  void quickStart_wholeFrench_speaksFrench() throws Exception {
    assertFrench("--language", "fr");
  }

  private static void assertFrench(String... args) throws Exception {
    assumeTrue(hasEspeak(), "espeak-ng is not on the PATH: no French voice to test");

    var video = QuickStart.render(QuickStartArguments.parse(args));

    check(COMPOSER.inspect(video), newest());
    assertThat(newest().words()).allMatch(word -> word.source().equals("interpolated"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void script_thatComesAlong_hasFiveScenesThatCanBeRendered(String language) throws Exception {
    assumeTrue(language.equals("en") || hasEspeak(), "espeak-ng is not on the PATH");
    var script = QuickStartArguments.parse("--language", language).script();

    assertThat(script.language().getLanguage()).isEqualTo(language);
    assertThat(script.scenes()).hasSize(5);
    try (var pipeline = VideoPipeline.builder().directory(home).build()) {
      assertThat(pipeline.plan(VideoRequest.narrated(script).build()).isRunnable()).isTrue();
    }
  }

  /** A file with those scenes of the script that comes along which are said soonest. */
  private String shortest(String language, int scenes) throws Exception {
    var text =
        QuickStartArguments.parse("--language", language).script().scenes().stream()
            .map(Scene::captionText)
            .sorted(Comparator.comparingInt(String::length))
            .limit(scenes)
            .collect(Collectors.joining("\n\n"));
    return Files.writeString(home.resolve("script." + language + ".txt"), text).toString();
  }

  @Test
  void arguments_unknown_sayHowItIsUsed() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> QuickStartArguments.parse("--fast"))
        .hasMessageContaining("--fast")
        .hasMessageContaining("usage:");
  }

  @Test
  void script_missingFile_saysWhichFile() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> QuickStartArguments.parse("--script", "missing.txt").script())
        .hasMessageContaining("missing.txt")
        .hasMessageContaining("check the path");
  }

  private static void check(QualityReport report, RenderFolder folder) throws Exception {
    var video = report.media().video();
    var audio = report.media().audio();
    assertThat(report.problems()).isEmpty();
    assertThat(report.startsFast()).isTrue();
    assertThat(video.codec()).isEqualTo("h264");
    assertThat(video.profile()).isEqualTo("High");
    assertThat(video.pixelFormat()).isEqualTo("yuv420p");
    assertThat(List.of(video.width(), video.height())).containsExactly(1080, 1920);
    assertThat(video.frameRate()).isEqualTo(30.0);
    assertThat(audio.codec()).isEqualTo("aac");
    assertThat(audio.sampleRate()).isEqualTo(48_000);
    assertThat(report.loudness()).isCloseTo(-14, within(1.0));
    assertThat(report.truePeak()).isLessThanOrEqualTo(-1.5);
    assertThat(report.black()).isEmpty();
    assertThat(report.media().duration()).isCloseTo(narration(folder), Duration.ofMillis(100));
  }

  /** The recordings themselves, each with the silence before and after it. */
  private static Duration narration(RenderFolder folder) throws Exception {
    var steps = folder.manifest().path("steps");
    var sum = Duration.ZERO;
    try (var ledger = Ledgers.directory(Path.of("target", "quickstart", "work", "ledger"))) {
      for (var step : steps) {
        if (step.path("id").asText().startsWith("speech-")) {
          var record =
              ledger.find(new Fingerprint(step.path("fingerprint").asText())).orElseThrow();
          var recording = ledger.artifacts().find(record.artifacts().get(0)).orElseThrow();
          sum = sum.plus(COMPOSER.probe(recording).duration()).plusMillis(100 + 350);
        }
      }
    }
    return sum;
  }

  /**
   * 80 ms after a word begins, the highlight is where it is in the middle of the word, and no
   * longer where it was in the middle of the word before.
   */
  private static void assertHighlightFollowsWords(
      Path video, List<RenderFolder.Word> words, int most) throws Exception {
    var frames = new VideoFrames(COMPOSER, video);
    int compared = 0;
    for (int i = 1; i < words.size() && compared < most; i += 2) {
      var before = words.get(i - 1);
      var word = words.get(i);
      if (before.length() < 0.12 || word.length() < 0.2) {
        continue;
      }
      var old = frames.highlight(before.middle());
      var fresh = frames.highlight(word.start() + 0.08);
      var steady = frames.highlight(word.middle());
      assertThat(fresh).as("highlight of %s", word).isPresent();
      assertThat(fresh.get().distance(steady.orElseThrow())).isLessThan(40);
      assertThat(old.isEmpty() || old.get().distance(fresh.get()) > 40).isTrue();
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(5);
  }

  private static RenderFolder newest() throws Exception {
    return RenderFolder.newest(Path.of("target", "quickstart", "work"));
  }

  private static boolean hasEspeak() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng")));
  }
}
