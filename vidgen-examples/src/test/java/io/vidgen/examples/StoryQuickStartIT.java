package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The story, against the sandbox. */
class StoryQuickStartIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir Path home;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void story_ofAThemeForTwoClips_isFilmedCaptionedAndBoughtOnce(Sandbox sandbox) throws Exception {
    var video = render(sandbox, "--theme", "a fox finds snow", "--seconds", "15");

    var report = COMPOSER.inspect(video);
    assertThat(report.problems()).isEmpty();
    assertThat(report.media().video().codec()).isEqualTo("h264");
    assertThat(List.of(report.media().video().width(), report.media().video().height()))
        .containsExactly(1080, 1920);
    assertThat(report.media().audio().codec()).isEqualTo("aac");
    assertThat(report.media().duration()).isEqualTo(Duration.ofSeconds(8 + 7));
    assertThat(report.loudness()).isCloseTo(-14, within(1.0));
    assertThat(report.truePeak()).isLessThanOrEqualTo(-1.0);
    assertThat(report.black()).isEmpty();

    assertCaptions(video);
    var frames = new VideoFrames(COMPOSER, video);
    assertThat(frames.colour(12, 540, 1500))
        .as("who is filmed, in the clip that goes on")
        .isEqualTo(frames.colour(4, 540, 1500));

    var output = printed.toString(StandardCharsets.UTF_8);
    assertThat(output).startsWith("Google is a sandbox at http://127.0.0.1:");
    assertThat(output).contains("image-character-mira").containsPattern("clip-2 +BUY +veo");
    assertThat(output.indexOf("total: USD ")).isBetween(0, output.indexOf("100 %"));

    var bought = sandbox.charges(Vendor.GOOGLE);
    render(sandbox, "--theme", "a fox finds snow", "--seconds", "15");
    assertThat(bought).as("script, picture and two clips").hasSize(4);
    assertThat(sandbox.charges()).as("after a second run").isEqualTo(bought);
    assertThat(sandbox.leaks()).isEmpty();
  }

  private void assertCaptions(Path video) throws Exception {
    var folder = RenderFolder.newest(home.resolve("sandbox"));
    var lines = new ArrayList<String>();
    for (var scene : folder.manifest().path("script").path("scenes")) {
      scene.path("dialogue").forEach(line -> lines.add(line.path("text").asText()));
    }
    var words = folder.words();
    assertThat(lines).hasSize(2);
    assertThat(words)
        .extracting(RenderFolder.Word::text)
        .containsExactly(String.join(" ", lines).split(" "));
    int first = lines.get(0).split(" ").length;
    assertThat(words.subList(0, first)).allMatch(word -> word.end() <= 8);
    assertThat(words.subList(first, words.size())).allMatch(word -> word.start() >= 8);
    assertThat(words).noneMatch(word -> word.source().equals("interpolated"));
    assertThat(RenderFolder.highlighted(COMPOSER, video, words)).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fast 1 | unknown --fast
          --theme | --theme needs a value
          theme | unknown theme
          --script missing.txt | check the path
          --script story.txt --seconds 8 | leave out --script
          --seconds soon | a number such as 29
          --seconds 149 | at most 148 s
          --language tlh | a tag such as en
          --most 30 | set GEMINI_API_KEY
          """)
  void arguments_thatMakeNoSense_sayWhatWould(String args, String remedy, Sandbox sandbox)
      throws Exception {
    Files.writeString(home.resolve("story.txt"), "Snow falls.");
    var words =
        Arrays.stream(args.split(" "))
            .map(arg -> arg.equals("story.txt") ? home.resolve(arg).toString() : arg)
            .toArray(String[]::new);

    assertThatThrownBy(() -> render(sandbox, words)).hasMessageContaining(remedy);
    assertThat(sandbox.charges()).isEmpty();
  }

  private Path render(Sandbox sandbox, String... args) throws Exception {
    var arguments = Arguments.parse(StoryQuickStart.USAGE, args);
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      return StoryQuickStart.render(arguments, Vendors.of(sandbox), home, out);
    }
  }
}
