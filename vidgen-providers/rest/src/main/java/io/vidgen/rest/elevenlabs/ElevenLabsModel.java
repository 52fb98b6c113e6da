package io.vidgen.rest.elevenlabs;

import java.util.Set;

/**
 * A model that speaks.
 *
 * @param id what {@link ElevenLabsOptionsBuilder#model} names it by
 * @param name its name
 * @param maxCharacters longest text of one call in the smallest plan; 0 when unknown
 * @param languages the vendor's codes of languages
 * @param costMultiplier what a character costs compared with the usual
 */
public record ElevenLabsModel(
    String id, String name, int maxCharacters, Set<String> languages, double costMultiplier) {

  /** Copies the set. */
  public ElevenLabsModel {
    languages = Set.copyOf(languages);
  }
}
