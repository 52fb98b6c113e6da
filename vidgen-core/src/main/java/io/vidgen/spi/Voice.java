package io.vidgen.spi;

import java.util.Locale;
import java.util.Set;

/**
 * A voice of a provider.
 *
 * @param id what a request names it by, not blank
 * @param name what a person calls it; its id where it has no other
 * @param gender how it sounds
 * @param languages what it speaks, without region unless that matters; empty for all that its
 *     provider speaks
 */
public record Voice(String id, String name, VoiceGender gender, Set<Locale> languages) {

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public Voice {
    languages = Set.copyOf(languages);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a voice needs an id");
    }
  }

  /**
   * A voice for all languages of its provider.
   *
   * @param id what a request names it by, not blank
   * @param gender how it sounds
   * @return the voice, named by its id
   */
  public static Voice of(String id, VoiceGender gender) {
    return new Voice(id, id, gender, Set.of());
  }

  /**
   * Whether it speaks a language of its provider; a region that it does not name is ignored.
   *
   * @param language a language
   * @return true if so
   */
  public boolean speaks(Locale language) {
    return Capabilities.includes(languages, language);
  }
}
