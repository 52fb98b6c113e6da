package io.vidgen.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A video that a vendor keeps for a while, enough to go on from it with the same vendor.
 *
 * @param provider id of the provider that made it
 * @param reference the vendor's own name of it, exactly as the vendor gave it, never blank
 * @param expiresAt until when the vendor keeps it
 * @param duration length of the whole video, more than zero
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

  private static final String PLANNED = "planned";

  /**
   * A video that was not extended yet.
   *
   * @param provider id of the provider that made it
   * @param reference the vendor's own name of it, never blank
   * @param expiresAt until when the vendor keeps it
   * @param duration its length, more than zero
   * @param format its size
   * @return the video
   * @throws IllegalArgumentException if a name is blank or the length not more than zero
   */
  public static VendorVideo of(
      String provider, String reference, Instant expiresAt, Duration duration, VideoFormat format) {
    return new VendorVideo(provider, reference, expiresAt, duration, format, 0);
  }

  /**
   * What became of this video when it was extended once more.
   *
   * @param newReference the vendor's own name of the longer video, never blank
   * @param until until when the vendor keeps it
   * @param whole its length, this video's included
   * @return the longer video
   */
  public VendorVideo extended(String newReference, Instant until, Duration whole) {
    return new VendorVideo(provider, newReference, until, whole, format, extensions + 1);
  }

  /**
   * A video that is not made yet, to ask what would be wrong with going on from it and what that
   * would cost.
   *
   * @param provider id of the provider that will make it
   * @param expiresAt until when the vendor will keep it
   * @param duration length of the whole video
   * @param format its size
   * @param extensions how often it will have been extended, from 0
   * @return a video that no vendor knows
   */
  public static VendorVideo planned(
      String provider, Instant expiresAt, Duration duration, VideoFormat format, int extensions) {
    return new VendorVideo(provider, PLANNED, expiresAt, duration, format, extensions);
  }

  /**
   * Whether it is not made yet, so that its reference says nothing.
   *
   * @return true if it comes from {@link #planned}
   */
  public boolean isPlanned() {
    return reference.equals(PLANNED);
  }

  /**
   * Checks names, length and count.
   *
   * @throws IllegalArgumentException if {@code provider} or {@code reference} is blank, {@code
   *     duration} not more than zero or {@code extensions} negative
   */
  public VendorVideo {
    if (provider.isBlank() || reference.isBlank()) {
      throw new IllegalArgumentException(
          (provider.isBlank() ? "provider" : "reference")
              + " of a vendor's video must not be blank");
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "duration of a vendor's video must be more than 0, not " + duration);
    }
    if (extensions < 0) {
      throw new IllegalArgumentException("extensions must be 0 or more, not " + extensions);
    }
  }
}
