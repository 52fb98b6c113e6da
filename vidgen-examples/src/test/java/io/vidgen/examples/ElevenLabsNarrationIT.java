package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The narration, against the sandbox. */
class ElevenLabsNarrationIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir Path home;

  @Test
  void narration_ofAScript_hasTheVoiceAndItsWordTimes(Sandbox sandbox) throws Exception {
    var script =
        Files.writeString(
            home.resolve("tide.txt"), "The tide comes in.\n\nThen it goes out again.");
    var printed = new ByteArrayOutputStream();
    var arguments = Arguments.parse(ElevenLabsNarration.USAGE, "--script", script.toString());

    Path video;
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      video = ElevenLabsNarration.render(arguments, Vendors.of(sandbox), home, out);
    }

    var report = COMPOSER.inspect(video);
    var words = RenderFolder.newest(home.resolve("sandbox")).words();
    assertThat(report.problems()).isEmpty();
    assertThat(report.media().video().codec()).isEqualTo("h264");
    assertThat(report.media().audio().codec()).isEqualTo("aac");
    assertThat(report.media().duration())
        .isBetween(Duration.ofMillis(2000), Duration.ofMillis(7000));
    assertThat(words).hasSize(9).allMatch(word -> word.source().equals("synthesis"));
    assertThat(RenderFolder.highlighted(COMPOSER, video, words)).isGreaterThanOrEqualTo(3);

    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(2);
    assertThat(sandbox.charges()).hasSameSizeAs(sandbox.charges(Vendor.ELEVENLABS));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("ElevenLabs is a sandbox at http://127.0.0.1:")
        .contains("BUY    elevenlabs")
        .contains("USD");
  }
}
