package io.vidgen.spi;

import io.vidgen.model.Character;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A script to write.
 *
 * @param theme what it is about, not blank
 * @param characters who appears
 * @param duration how long the video should be
 * @param language language of the script
 * @param scenes how many scenes, 0 for the provider to choose
 * @param take number of the version wanted; 0 for the first
 */
public record ScriptRequest(
    String theme,
    List<Character> characters,
    Duration duration,
    Locale language,
    int scenes,
    int take)
    implements ProviderRequest {

  /** Copies the list. */
  public ScriptRequest {
    characters = List.copyOf(characters);
  }
}
