package io.vidgen.examples;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.money.Price;
import io.vidgen.routing.VideoRouter;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One voice steps in for another, and the code of docs/routing.md. */
class FallbacksIT {
  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir Path home;

  @Test
  void fallbacks_emptyAccount_areToldByTheNextVoice(Sandbox sandbox) throws Exception {
    var printed = new ByteArrayOutputStream();

    var video =
        Fallbacks.render(
            Arguments.parse(Fallbacks.USAGE),
            sandbox,
            home,
            new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(video).exists();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("speech-1: elevenlabs: chosen: listed first; coqui: fallback: free")
        .contains("elevenlabs could not: ")
        .contains("; coqui is asked instead")
        .contains("cost: free")
        .contains("coqui: 2 calls, 0 % failed");
    assertThat(sandbox.charges(Vendor.ELEVENLABS)).isEmpty();
  }

  @Test
  void sample_routers_areBuilt() {
    // tag::routers
    var builder =
        VideoPipeline.builder()
            .speech("elevenlabs", "coqui")
            .router(VideoRouter.cheapest().patience(Duration.ofSeconds(20)));

    VideoRouter mixed = VideoRouter.weighted(2, 1, 1, 1); // price counts twice
    VideoRouter alone = VideoRouter.bestQuality().withoutFallback();
    VideoRouter own =
        VideoRouter.by(
            "free first",
            (kind, candidates) ->
                candidates.stream()
                    .sorted(comparing(one -> !(one.price() instanceof Price.Free)))
                    .toList());
    // end::routers
    assertThat(builder).isNotNull();
    assertThat(mixed).hasToString("weighted");
    assertThat(alone.hasFallback()).isFalse();
    assertThat(own).hasToString("free first");
  }
}
