package io.vidgen.model;

import java.util.regex.Pattern;

/**
 * Identifies a piece of work by everything that decides its outcome: SHA-256 over the kind of work,
 * the provider and model, the canonical request and the digests of its inputs.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hexadecimal digits
   */
  public Fingerprint {
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hex);
    }
  }

  /**
   * The first 12 digits, enough for a person to tell two apart.
   *
   * @return the short form
   */
  public String shortForm() {
    return hex.substring(0, 12);
  }
}
