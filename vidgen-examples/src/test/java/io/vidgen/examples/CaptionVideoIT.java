package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Captions for a video that is there, against the sandbox. */
class CaptionVideoIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());
  private static final String SAID = "Rain is falling on a mountain.";

  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir static Path home;

  /** A short one takes the place of the quick start's. */
  @BeforeAll
  static void narrate() throws Exception {
    CaptionVideo.narrate(new Script("Rain", Locale.ENGLISH, List.of(Scene.narrated(SAID))), home);
  }

  @Test
  void caption_withoutText_showsWhatWhisperHears(Sandbox sandbox) throws Exception {
    var video = caption(sandbox);

    assertCaptioned(video);
    assertThat(sandbox.charges(Vendor.WHISPER)).hasSize(1);
  }

  @Test
  void caption_withText_alignsItForNothing(Sandbox sandbox) throws Exception {
    var text = Files.writeString(home.resolve("said.txt"), SAID);

    var video = caption(sandbox, plain().toString(), "--text", text.toString());

    assertCaptioned(video);
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void caption_ofAStrangersVideo_saysThatNobodyUnderstandsIt(Sandbox sandbox) {
    assertThatThrownBy(() -> caption(sandbox, plain().toString()))
        .hasMessageContaining("OPENAI_API_KEY or WHISPER_URL")
        .hasMessageContaining("--text");
  }

  private static void assertCaptioned(Path video) throws Exception {
    var report = COMPOSER.inspect(video);
    var words = RenderFolder.newest(home.resolve("sandbox")).words();
    assertThat(report.problems()).isEmpty();
    assertThat(report.media().audio().codec()).isEqualTo("aac");
    assertThat(report.media().duration())
        .isCloseTo(COMPOSER.probe(plain()).duration(), Duration.ofMillis(100));
    assertThat(String.join(" ", words.stream().map(RenderFolder.Word::text).toList()))
        .isEqualTo(SAID);
    var spoken = RenderFolder.newest(home.resolve("quickstart")).words();
    assertThat(words.get(4).start()).isCloseTo(spoken.get(4).start(), within(0.25));
    assertThat(RenderFolder.highlighted(COMPOSER, plain(), words)).isZero();
    assertThat(RenderFolder.highlighted(COMPOSER, video, words)).isGreaterThanOrEqualTo(3);
  }

  private static Path plain() {
    return home.resolve("quickstart.mp4");
  }

  private static Path caption(Sandbox sandbox, String... args) throws Exception {
    try (var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
      return CaptionVideo.render(
          Arguments.parse(CaptionVideo.USAGE, args), Vendors.of(sandbox), home, out);
    }
  }
}
