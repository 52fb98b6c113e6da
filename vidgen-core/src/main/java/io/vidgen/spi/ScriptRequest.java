package io.vidgen.spi;

import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A script to write, or one scene to write anew.
 *
 * @param theme what it is about, not blank
 * @param characters who appears
 * @param duration how long the video should be; with clips, how long they are together
 * @param language language of the script
 * @param scenes how many scenes, 0 for the provider to choose
 * @param clips how many clips a video provider will make of all scenes together, so that {@link
 *     io.vidgen.model.Scene#clips()} of all scenes add up to it; 0 when none are made
 * @param revision the scene to write anew, null for a whole script
 * @param take number of the version wanted; 0 for the first
 */
public record ScriptRequest(
    String theme,
    List<Character> characters,
    Duration duration,
    Locale language,
    int scenes,
    int clips,
    @Nullable Revision revision,
    int take)
    implements ProviderRequest {

  /** Copies the list. */
  public ScriptRequest {
    characters = List.copyOf(characters);
  }

  /**
   * A scene to write anew: the result is a script of this one scene, with the same number of clips,
   * that tells the same as mildly as it takes.
   *
   * @param scene the scene
   * @param reason why, in the words of who refused it
   */
  public record Revision(Scene scene, String reason) {}
}
