package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.script.ScriptParser;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.CharacterStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The code of docs/story.md about themes and characters. */
class StoryDocTest extends ThemeFixture {

  @Test
  void sample_story_isPlannedAndRendered() throws Exception {
    var render = studio.flying(studio.builder(), StoryDocTest::tell);

    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(8 + 3 * 7));
    assertThat(render.file(Render.SRT)).exists();
  }

  private static Render tell(VideoPipeline pipeline) {
    // tag::first
    Character mira =
        Character.create("Mira", "a young lighthouse keeper in a yellow raincoat", "watercolour");
    Story story =
        VideoRequest.story("A lighthouse keeper finds a letter in a bottle")
            .length(Duration.ofSeconds(29))
            .characters(mira)
            .build();
    RenderPlan plan = pipeline.plan(story); // the script, her picture, four clips: what each costs
    Render render = pipeline.render(story);
    // end::first
    assertThat(plan.isRunnable()).isTrue();
    return render;
  }

  @Test
  void sample_character_isDrawnOnce() throws Exception {
    try (var pipeline = studio.builder().build()) {
      // tag::draw
      Character lea =
          Character.create("Lea", "a tall botanist with red hair, green coat", "watercolour");
      RenderPlan plan = pipeline.planDraw(lea); // one picture and its price
      lea = pipeline.draw(lea);
      // end::draw
      // tag::redraw
      Character other = pipeline.draw(lea, 1); // another version, in place of the first
      // end::redraw
      assertThat(plan.steps()).hasSize(1);
      assertThat(other.references()).isNotEqualTo(lea.references());
    }
  }

  @Test
  void sample_ownPictures_areKept() throws Exception {
    var photo =
        Files.write(place.resolve("max.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    try (var pipeline = studio.builder().build()) {
      // tag::own
      Artifact picture = pipeline.keep(photo, "image/jpeg");
      Character max = Character.create("Max", "a small brown dog", "");
      max = pipeline.draw(max.withReferences(List.of(picture)).ownedBy("customer-7"));
      // end::own
      assertThat(pipeline.characters().list("customer-7")).containsExactly(max);
    }
  }

  @Test
  void sample_store_isShared() throws Exception {
    var folder = place.resolve("shared");
    // tag::store
    CharacterStore characters = CharacterStores.directory(folder);
    VideoPipeline.builder().characters(characters);
    List<Character> mine = characters.list("customer-7");
    // end::store
    assertThat(mine).isEmpty();
    characters.close();
  }

  @Test
  void sample_theme_isPlannedAndRendered() throws Exception {
    var lea = Character.create("Lea", "a tall botanist", "");
    // tag::theme
    Story request =
        VideoRequest.story("How lakes freeze, told by Lea")
            .language(Locale.ENGLISH)
            .length(Duration.ofSeconds(60))
            .characters(lea)
            .build();
    // end::theme
    assertThat(studio.plan(request).isRunnable()).isTrue();
    var render = studio.render(request);
    // tag::edit
    Path file = render.file(Render.SCRIPT); // edit a copy of it
    Script script = ScriptParser.ofDefaults().parse(file);
    Story edited = VideoRequest.story(script).characters(lea).build();
    // end::edit
    assertThat(studio.redone(edited)).isEmpty();
  }
}
