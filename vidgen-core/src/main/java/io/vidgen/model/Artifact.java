package io.vidgen.model;

/**
 * A file that a step produced, named by its content.
 *
 * @param digest SHA-256 of the bytes
 * @param mediaType its type, such as {@code video/mp4}
 * @param size bytes, zero or more
 */
public record Artifact(Fingerprint digest, String mediaType, long size) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if the size is negative or the media type is blank
   */
  public Artifact {
    if (size < 0) {
      throw new IllegalArgumentException("size must be 0 or more, not " + size);
    }
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException("media type must not be blank");
    }
  }
}
