package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Chaining;
import io.vidgen.job.Render;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.testkit.EventLog;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the manifest of a story says of how it was made. */
class StoryManifestTest extends StoryFixture {

  @Test
  void render_storyWithAReference_keepsEveryWarningOfThePlan() throws Exception {
    var story = story(2).characters(character("Mia", 1)).build();
    var warnings = problems(plan(story), Severity.WARNING);
    var log = new EventLog();

    var render = render(b -> b.addListener(log), story);

    assertThat(warnings).isNotEmpty();
    assertThat(flat(render)).contains(warnings.stream().map(Problem::message).toList());
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(RenderEvent.Warning::problem)
        .containsAll(warnings);
  }

  @Test
  void render_extendedStory_saysHowCharactersWereKept() throws Exception {
    var render = render(story(2).characters(character("Mia", 1)).build());

    assertThat(flat(render))
        .contains("\"version\" : 3", "\"chaining\" : \"EXTENDED\"", "\"draft\" : \"NOTHING\"")
        .contains("\"name\" : \"Mia\"", "\"kept\" : [ \"PICTURE\" ]", "\"clips\" : 1")
        .contains("\"kept\" : [ \"CLIP_BEFORE\" ]", "\"shoot\" : \"CLIP\"");
  }

  @Test
  void render_interpolatedStory_saysHowCharactersWereKept() throws Exception {
    var story = story(2).characters(character("Mia", 1)).chaining(Chaining.INTERPOLATED);

    assertThat(flat(render(story.build())))
        .contains("\"chaining\" : \"INTERPOLATED\"", "\"kept\" : [ \"FRAMES\" ]")
        .doesNotContain("PICTURE");
  }

  @Test
  void render_partlyPromoted_marksVideoAndScenes() throws Exception {
    Story story = story(3).shoot(3, Shoot.NARRATED).build();

    var part = flat(render(story.draft().promote(1)));
    var all = flat(render(story.draft()));

    assertThat(part)
        .contains("\"draft\" : \"PART\"", "\"draft\" : false", "\"draft\" : true")
        .contains("\"shoot\" : \"NARRATED\"", "\"clips\" : 0");
    assertThat(all).contains("\"draft\" : \"ALL\"").doesNotContain("\"draft\" : false");
  }

  @Test
  void render_narration_hasNothingOfAStory() throws Exception {
    var render = studio.render(Studio.narrated("One."));

    assertThat(flat(render)).doesNotContain("\"draft\"", "\"shoot\"", "\"chaining\"");
  }

  private static String flat(Render render) throws IOException {
    return manifest(render).replaceAll("\\s+", " ");
  }
}
