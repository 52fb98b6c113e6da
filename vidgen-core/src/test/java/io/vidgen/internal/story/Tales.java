package io.vidgen.internal.story;

import io.vidgen.job.Story;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Small stories. */
final class Tales {
  private Tales() {}

  static Scene scene(String visual, String sound, int clips, DialogueLine... lines) {
    return new Scene("", List.of(lines), visual, sound, null, null, null, clips);
  }

  static DialogueLine line(String speaker, String direction, String text) {
    return new DialogueLine(speaker, direction, text);
  }

  static Telling telling(Locale language, UnaryOperator<StoryBuilder> change, Scene... scenes) {
    var script = new Script("Test", language, List.of(scenes));
    Story story = change.apply(VideoRequest.story(script)).build();
    return new Telling(story, Objects.requireNonNull(story.script()));
  }

  static Telling telling(UnaryOperator<StoryBuilder> change, Scene... scenes) {
    return telling(Locale.ENGLISH, change, scenes);
  }
}
