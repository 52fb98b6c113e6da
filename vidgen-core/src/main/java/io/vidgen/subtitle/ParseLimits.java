package io.vidgen.subtitle;

/**
 * How much a reader accepts before it refuses a file; what is read comes from outside and may be
 * anything. Memory and time are bounded by these numbers, not by the size of the input.
 *
 * @param maxBytes the longest file in bytes, from 1; default 16 MiB, some three times the captions
 *     of a whole day of speech
 * @param maxLineBytes the longest line in bytes, from 1; default 64 KiB
 * @param maxCues the most cues, events or words, from 1; default 100,000
 */
public record ParseLimits(long maxBytes, int maxLineBytes, int maxCues) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a limit is under 1
   */
  public ParseLimits {
    if (maxBytes < 1 || maxLineBytes < 1 || maxCues < 1) {
      throw new IllegalArgumentException(
          "limits must be 1 or more: maxBytes="
              + maxBytes
              + ", maxLineBytes="
              + maxLineBytes
              + ", maxCues="
              + maxCues);
    }
  }

  /**
   * 16 MiB, lines of 64 KiB, 100,000 cues.
   *
   * @return the default limits
   */
  public static ParseLimits defaults() {
    return new ParseLimits(16L << 20, 64 << 10, 100_000);
  }
}
