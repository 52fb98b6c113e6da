package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Render;
import io.vidgen.job.Shoot;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes that say nothing and show words nevertheless. */
class SilentCaptionsTest extends StoryFixture {

  @ParameterizedTest
  @CsvSource({"CLIP,false", "CLIP,true", "NARRATED,false", "NARRATED,true"})
  void render_captionOfASilentScene_isShown(Shoot shoot, boolean draft) throws Exception {
    var end = new Scene("", List.of(), "a sunset", "", "", "THE END", null, 1);
    var unsaid =
        new Scene("", List.of(DialogueLine.narrator("By us.")), "stars", "", "", null, null, 1);
    var story = story(scene(1), end, unsaid).shoot(2, shoot).shoot(3, shoot).build();

    var render = render(draft ? story.draft() : story);

    assertThat(Files.readString(render.file(Render.SRT))).contains("THE END", "By us.");
  }
}
