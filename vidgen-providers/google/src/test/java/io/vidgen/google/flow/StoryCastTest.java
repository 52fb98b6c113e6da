package io.vidgen.google.flow;

import static java.io.InputStream.nullInputStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.sandbox.Sandbox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clip of two characters shows both: each one's drawn picture went along with it. */
@Timeout(300)
class StoryCastTest {
  @TempDir static Path directory;

  @Test
  void story_ofTwoCharacters_showsBothInTheirScene() throws Exception {
    var mira = Character.create("Mira", "a lighthouse keeper in a yellow coat", "");
    var otto = Character.create("Otto", "a fisherman with a pipe", "");
    var scene =
        new Scene(
            "",
            List.of(DialogueLine.narrator("They waited.")),
            "Mira and Otto on the beach",
            "waves",
            null,
            null,
            null,
            1);
    var script = new Script("The beach", Locale.ENGLISH, List.of(scene));
    var story =
        VideoRequest.story(script)
            .characters(mira, otto)
            .format(StoryFlows.SMALL)
            .quality(Quality.DRAFT)
            .build();

    try (var sandbox = Sandbox.builder().scale(0).start();
        var pipeline = StoryFlows.unfilmed(sandbox.environment()).directory(directory).build()) {
      assertThat(pipeline.render(story).video()).exists();

      var seen = Sandbox.signaturesIn(Films.frame(clip(), Duration.ofSeconds(4)));
      var one = Sandbox.signaturesIn(portrait(pipeline, mira)).get(0);
      var other = Sandbox.signaturesIn(portrait(pipeline, otto)).get(0);
      assertThat(Films.isNear(one, other)).isFalse();
      assertThat(seen).hasSize(2);
      assertThat(Films.isNear(seen.get(0), one)).as("%06x is Mira's", seen.get(0)).isTrue();
      assertThat(Films.isNear(seen.get(1), other)).as("%06x is Otto's", seen.get(1)).isTrue();
    }
  }

  private static BufferedImage portrait(VideoPipeline pipeline, Character who) throws Exception {
    var picture = pipeline.draw(who).references().get(0);
    return ImageIO.read(pipeline.ledger().artifacts().find(picture).orElseThrow().toFile());
  }

  /** What Veo made: the only video of many bytes, since nothing was put together. */
  private static Path clip() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(StoryCastTest::isVideo).findFirst().orElseThrow();
    }
  }

  private static boolean isVideo(Path file) {
    try (var in = Files.isRegularFile(file) ? Files.newInputStream(file) : nullInputStream()) {
      var start = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
      return start.endsWith("ftyp") && Files.size(file) > 50_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
