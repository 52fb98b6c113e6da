package io.vidgen.rest.internal.http;

import java.util.List;

/**
 * What a file from outside must be.
 *
 * @param kinds the kinds that are accepted, at least one
 * @param maxBytes the most bytes, more than zero
 */
public record Expected(List<MediaKind> kinds, long maxBytes) {
  /** Most bytes of a video: an hour of 1080p at 4 Mbit/s. */
  public static final long VIDEO = 2L << 30;

  /** Most bytes of a recording: a quarter of an hour of 48 kHz stereo WAV. */
  public static final long AUDIO = 200L << 20;

  /** Most bytes of a picture. */
  public static final long IMAGE = 50L << 20;

  /**
   * Copies the list and checks it.
   *
   * @throws IllegalArgumentException if no kind or no byte is accepted
   */
  public Expected {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty() || maxBytes <= 0) {
      throw new IllegalArgumentException("a file of no kind or no size cannot be expected");
    }
  }

  /**
   * A file of some kinds.
   *
   * @param maxBytes the most bytes
   * @param kinds the kinds that are accepted
   * @return what is expected
   */
  public static Expected of(long maxBytes, MediaKind... kinds) {
    return new Expected(List.of(kinds), maxBytes);
  }
}
