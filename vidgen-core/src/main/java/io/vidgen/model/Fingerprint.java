package io.vidgen.model;

/**
 * Identifies a piece of work by everything that decides its outcome: SHA-256 over the kind of work,
 * the provider and model, the canonical request and the digests of its inputs.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final int DIGITS = 64;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hexadecimal digits
   */
  public Fingerprint {
    if (!isDigest(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hex);
    }
  }

  // Not by a pattern: a plan makes thousands of these.
  private static boolean isDigest(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return hex.length() == DIGITS;
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
