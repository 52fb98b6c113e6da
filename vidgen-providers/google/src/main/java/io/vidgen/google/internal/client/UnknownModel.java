package io.vidgen.google.internal.client;

import io.vidgen.google.GoogleOptions;

/** What to do about a model that Google does not know: on the platform, locations differ too. */
public final class UnknownModel {
  private UnknownModel() {}

  /**
   * A remedy.
   *
   * @param google how Google is reached
   * @param current what to say of current models
   */
  public static String remedy(GoogleOptions google, String current) {
    return google
        .location()
        .map(
            here ->
                "is it offered in "
                    + here
                    + "? Set GOOGLE_CLOUD_LOCATION to a location that has it, or "
                    + current)
        .orElse(current);
  }
}
