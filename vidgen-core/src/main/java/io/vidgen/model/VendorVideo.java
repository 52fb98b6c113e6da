package io.vidgen.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A video that a vendor keeps for a while, enough to go on from it with the same vendor.
 *
 * @param provider id of the provider that made it
 * @param reference the vendor's own name of it, exactly as the vendor gave it, never blank
 * @param expiresAt until when the vendor keeps it
 * @param duration length of the whole video
 * @param format its size
 * @param extensions how often it was extended already, from 0
 */
public record VendorVideo(
    String provider,
    String reference,
    Instant expiresAt,
    Duration duration,
    VideoFormat format,
    int extensions) {

  /**
   * Checks the reference and the count.
   *
   * @throws IllegalArgumentException if the reference is blank or {@code extensions} negative
   */
  public VendorVideo {
    if (reference.isBlank()) {
      throw new IllegalArgumentException("reference of a vendor's video must not be blank");
    }
    if (extensions < 0) {
      throw new IllegalArgumentException("extensions must be 0 or more, not " + extensions);
    }
  }
}
