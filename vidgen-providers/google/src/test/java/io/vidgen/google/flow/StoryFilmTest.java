package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.job.Render;
import io.vidgen.job.Story;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.Quality;
import io.vidgen.model.Script;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.script.ScriptParser;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stories that are really filmed by the sandbox and really put together. */
@Timeout(300)
class StoryFilmTest {
  private static final Duration SCENE = Duration.ofSeconds(7);

  @TempDir static Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void story_ofAFrenchScript_hasItsWordsAndItsCharacterInEachScene() throws Exception {
    var script = treasure();
    var hero = Character.create("Nano Banana", "a banana with a hat", "3D animation");

    var made = make(VideoRequest.story(script), hero);
    var render = made.render();

    assertThat(render.duration()).isBetween(Duration.ofMillis(28_900), Duration.ofMillis(29_100));
    assertThat(Films.COMPOSER.inspect(render.video()).problems()).isEmpty();
    assertThat(Films.plain(Films.words(render)))
        .isEqualTo(
            Films.plain(
                script.scenes().stream()
                    .map(scene -> scene.captionText())
                    .collect(Collectors.joining(" "))));
    assertSeen(made, 4);
  }

  @Test
  void story_ofATheme_showsEachWordWhenItIsHeard() throws Exception {
    var hero = Character.create("Mira", "a lighthouse keeper in a yellow coat", "");

    var story =
        VideoRequest.story("a letter in a bottle")
            .language(Locale.ENGLISH)
            .length(Duration.ofSeconds(15));
    var made = make(story, hero);
    var render = made.render();

    assertThat(render.duration()).isBetween(Duration.ofMillis(14_900), Duration.ofMillis(15_100));
    var heard = sandbox.hear(render.video()).orElseThrow().words();
    var shown = Films.words(render);
    assertThat(Films.plain(shown)).isEqualTo(Films.plain(heard));
    var differences = Films.differences(heard, shown);
    assertThat(differences.get(differences.size() / 2)).as("%s", differences).isLessThan(100L);
    assertSeen(made, 2);
  }

  /** The colour of the character's drawn picture fills a part of every scene. */
  private static void assertSeen(Made made, int scenes) throws Exception {
    int colour = Films.signature(made.portrait());
    for (int scene = 0; scene < scenes; scene++) {
      var middle = SCENE.multipliedBy(scene).plusSeconds(4);
      assertThat(Films.share(made.render().video(), middle, colour))
          .as("colour %06x in scene %d", colour, scene + 1)
          .isGreaterThan(0.01);
    }
  }

  private record Made(Render render, BufferedImage portrait) {}

  private static Made make(StoryBuilder story, Character hero) throws Exception {
    Story request = story.characters(hero).format(StoryFlows.SMALL).quality(Quality.DRAFT).build();
    try (var pipeline =
        StoryFlows.builder(sandbox.environment(), Films.COMPOSER)
            .transcription("sphinx4")
            .directory(Files.createTempDirectory(directory, "story"))
            .build()) {
      var render = pipeline.render(request);
      var picture = pipeline.draw(hero).references().get(0);
      var file = pipeline.ledger().artifacts().find(picture).orElseThrow();
      return new Made(render, ImageIO.read(file.toFile()));
    }
  }

  static Script treasure() throws Exception {
    Path place = Path.of("").toAbsolutePath();
    while (place != null) {
      var file = place.resolve("shared/media/scripts/treasure.fr.md");
      if (Files.isRegularFile(file)) {
        return ScriptParser.ofDefaults().parse(file);
      }
      place = place.getParent();
    }
    assumeTrue(false, "needs shared/media/scripts beside the project");
    throw new AssertionError("not reached");
  }
}
