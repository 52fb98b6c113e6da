package io.vidgen.model;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scene of a script; a block of the scene-block text form is one scene.
 *
 * @param heading the block's own title, empty when it has none
 * @param dialogue what is said, in order; may be empty for a silent scene
 * @param visual what is seen, in words for a picture provider, empty when nothing was said about it
 * @param sound ambience and effects, in words, empty when nothing was said about it
 * @param say what is spoken instead of the dialogue ("twenty thousand"), null for the dialogue
 * @param caption what captions show instead of the dialogue ("20k"), null for the dialogue
 * @param media the user's own image or video for this scene, null to have one made
 * @param clips how many clips a video provider makes for this scene, from 1; default 1
 */
public record Scene(
    String heading,
    List<DialogueLine> dialogue,
    String visual,
    String sound,
    @Nullable String say,
    @Nullable String caption,
    @Nullable Path media,
    int clips) {

  /**
   * Copies the list and checks the count of clips.
   *
   * @throws IllegalArgumentException if {@code clips} is under 1
   */
  public Scene {
    dialogue = List.copyOf(dialogue);
    if (clips < 1) {
      throw new IllegalArgumentException("clips of a scene must be 1 or more, not " + clips);
    }
  }

  /**
   * A scene that a narrator speaks.
   *
   * @param text what is said
   * @return the scene
   */
  public static Scene narrated(String text) {
    return new Scene("", List.of(DialogueLine.narrator(text)), "", "", null, null, null, 1);
  }

  /**
   * What the voice says: {@link #say} or else the dialogue.
   *
   * @return the text, empty for a silent scene
   */
  public String spokenText() {
    return say != null ? say : dialogueText();
  }

  /**
   * What captions show: {@link #caption} or else the dialogue.
   *
   * @return the text, empty for a scene without words
   */
  public String captionText() {
    return caption != null ? caption : dialogueText();
  }

  /**
   * The same scene with the user's own picture or clip.
   *
   * @param file an image or video file
   * @return the new scene
   */
  public Scene withMedia(Path file) {
    return new Scene(heading, dialogue, visual, sound, say, caption, file, clips);
  }

  private String dialogueText() {
    return dialogue.stream().map(DialogueLine::text).collect(Collectors.joining(" "));
  }
}
