package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The talking head, against the sandbox. */
class AvatarQuickStartIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir Path home;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void avatar_ofATextAndADrawnFace_speaksItWithCaptionsAndIsBoughtOnce(Sandbox sandbox)
      throws Exception {
    var video = render(sandbox);

    var report = COMPOSER.inspect(video);
    var folder = RenderFolder.newest(home.resolve("sandbox"));
    var words = folder.words();
    assertThat(report.problems()).isEmpty();
    assertThat(report.media().video().codec()).isEqualTo("h264");
    assertThat(List.of(report.media().video().width(), report.media().video().height()))
        .containsExactly(1080, 1920);
    assertThat(report.media().audio().codec()).isEqualTo("aac");
    assertThat(report.media().duration())
        .isBetween(Duration.ofMillis(1200), Duration.ofMillis(5000));
    assertThat(words)
        .extracting(RenderFolder.Word::text)
        .containsExactly("The", "picture", "says", "seven", "little", "words", "now.");
    assertThat(words).noneMatch(word -> word.source().equals("interpolated"));
    assertThat(RenderFolder.highlighted(COMPOSER, video, words)).isGreaterThanOrEqualTo(3);

    var output = printed.toString(StandardCharsets.UTF_8);
    assertThat(output).startsWith("D-ID is a sandbox at http://127.0.0.1:");
    assertThat(output.indexOf("total: ")).isBetween(0, output.indexOf("100 %"));

    var bought = sandbox.charges(Vendor.DID);
    render(sandbox);
    assertThat(bought).hasSize(1);
    assertThat(sandbox.charges()).as("after a second run").isEqualTo(bought);
    assertThat(sandbox.leaks()).isEmpty();
  }

  @Test
  void arguments_unknown_sayHowItIsUsed() {
    assertThatThrownBy(() -> Arguments.parse(AvatarQuickStart.USAGE, "--fast", "1"))
        .hasMessageContaining("--fast")
        .hasMessageContaining("usage: avatar");
    assertThatThrownBy(() -> Arguments.parse(AvatarQuickStart.USAGE, "--text"))
        .hasMessageContaining("--text needs a value");
  }

  private Path render(Sandbox sandbox) throws Exception {
    var arguments =
        Arguments.parse(
            AvatarQuickStart.USAGE, "--text", "The picture says seven little words now.");
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      return AvatarQuickStart.render(arguments, Vendors.of(sandbox), home, out);
    }
  }
}
