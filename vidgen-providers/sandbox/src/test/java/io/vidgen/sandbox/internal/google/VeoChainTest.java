package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.frame;
import static io.vidgen.sandbox.internal.google.GoogleClient.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest chain that Veo makes: 8 seconds and 20 extensions. */
@Tag("soak")
class VeoChainTest {

  @Test
  void chain_ofTwentyExtensions_isTheWholeVideoWithEveryWord(@TempDir Path folder)
      throws Exception {
    try (var sandbox = Sandbox.builder().virtualTime(Instant.EPOCH).start()) {
      var google = new GoogleClient(sandbox);
      var uri =
          google.make(
              VEO, body("Mia at a lake. Mia says: \"Part zero.\"", "{'aspectRatio':'9:16'}"));
      for (int i = 1; i <= 20; i++) {
        uri =
            google.extend(VEO, uri, "Place " + i + ". Mia says: \"Now comes " + i + ".\"", "9:16");
      }
      var more = google.submit(VEO, GoogleClient.extension(uri, "More", "9:16"));
      assertThat(more.statusCode()).isEqualTo(400);

      var file = google.download(uri, folder);
      var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
      assertThat(info.duration().toMillis()).isCloseTo(148_000, within(100L));
      assertThat(sandbox.hear(file).orElseThrow().text())
          .startsWith("Part zero. Now comes 1.")
          .endsWith("Now comes 19. Now comes 20.");
      for (double at = 1; at < 148; at += 21) {
        assertThat(share(frame(file, at), Sandbox.signatureOf("Mia"))).isGreaterThan(0.1);
      }
      assertThat(sandbox.charges()).hasSize(21);
    }
  }
}
