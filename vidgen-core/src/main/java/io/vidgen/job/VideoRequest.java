package io.vidgen.job;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What to make. Immutable; the same request can be rendered any number of times. */
public sealed interface VideoRequest permits Avatar, Captioned, LipSync, Narrated, Story {

  /**
   * A script, spoken over pictures.
   *
   * @param script what is told
   * @return a builder with all defaults
   */
  static NarratedBuilder narrated(Script script) {
    return new NarratedBuilder(script);
  }

  /**
   * A script that a video provider films.
   *
   * @param script what is told
   * @return a builder with all defaults
   */
  static StoryBuilder story(Script script) {
    return new StoryBuilder(script);
  }

  /**
   * A theme that a script provider makes a script of, and a video provider films.
   *
   * @param theme what it is about, not blank
   * @return a builder with all defaults
   */
  static StoryBuilder story(String theme) {
    return new StoryBuilder(theme);
  }

  /**
   * A face that speaks a script, one clip for each scene.
   *
   * @param script what is said
   * @return a builder with all defaults; it needs a face, a presenter or a character
   */
  static AvatarBuilder avatar(Script script) {
    return new AvatarBuilder(script);
  }

  /**
   * A face that speaks a text.
   *
   * @param text what is said, in English unless {@link AvatarBuilder#language} says otherwise
   * @return a builder with all defaults; it needs a face, a presenter or a character
   */
  static AvatarBuilder avatar(String text) {
    var lines =
        text.isBlank() ? List.<DialogueLine>of() : List.of(DialogueLine.narrator(text.strip()));
    return new AvatarBuilder(script(Locale.ENGLISH, lines));
  }

  private static Script script(Locale language, List<DialogueLine> lines) {
    var scene = new Scene("", lines, "", "", null, null, null, 1);
    return new Script("", language, List.of(scene));
  }

  /**
   * A face that speaks a recording whose text nobody wrote down. Its language is found out by
   * whoever listens, unless {@link AvatarBuilder#language} says it.
   *
   * @param speech a file with sound
   * @return a builder with all defaults; it needs a face, a presenter or a character
   */
  static AvatarBuilder avatar(Path speech) {
    return new AvatarBuilder(script(Locale.ROOT, List.of())).speech(speech);
  }

  /**
   * A face whose lips are fitted to a voice.
   *
   * @param face picture or video of the face
   * @return a builder with all defaults; it needs a text or a recording
   */
  static LipSyncBuilder lipSync(Path face) {
    return new LipSyncBuilder(face);
  }

  /**
   * A video that gets captions and keeps its sound.
   *
   * @param video the video
   * @return a builder with all defaults
   */
  static CaptionedBuilder captioned(Path video) {
    return new CaptionedBuilder(video);
  }
}
