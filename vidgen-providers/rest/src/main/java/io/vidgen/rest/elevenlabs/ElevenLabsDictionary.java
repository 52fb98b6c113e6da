package io.vidgen.rest.elevenlabs;

import org.jspecify.annotations.Nullable;

/**
 * A pronunciation dictionary of the account.
 *
 * @param id its id, not blank
 * @param version its version; null for the newest
 */
public record ElevenLabsDictionary(String id, @Nullable String version) {

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public ElevenLabsDictionary {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a dictionary must not be blank");
    }
  }
}
