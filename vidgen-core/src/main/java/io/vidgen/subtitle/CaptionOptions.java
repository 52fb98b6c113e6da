package io.vidgen.subtitle;

import java.time.Duration;

/**
 * How words are grouped into captions.
 *
 * @param lineCharacters the most characters in a line of a script with narrow letters, 4 to 200;
 *     default 22, what fits between the safe zones of a 1080x1920 video at the default font size
 * @param lineWideCharacters the most characters in a line of Chinese, Japanese or Korean, 2 to 100;
 *     default 12; in mixed lines both kinds take their share of the line
 * @param lines the most lines of a cue, 1 to 4; default 2
 * @param cueWords the most words of a cue, from 1; 0, the default, for as many as fit
 * @param minDuration how long a cue is shown at least, as far as the next one leaves room; zero or
 *     more, default 700 ms
 * @param maxDuration how long the words of a cue may take, above zero; a single longer word still
 *     gets its time; default 5 s
 * @param readingSpeed the most characters per second a viewer is asked to read, above zero, a wide
 *     character counts as two; a cue is shown longer, as far as the next one leaves room, to stay
 *     under it; default 21
 * @param bridge a gap between two cues up to this long is closed by showing the first one longer;
 *     zero or more, default 300 ms
 * @param pause a silence from this long on always ends a cue; above zero, default 800 ms
 */
public record CaptionOptions(
    int lineCharacters,
    int lineWideCharacters,
    int lines,
    int cueWords,
    Duration minDuration,
    Duration maxDuration,
    double readingSpeed,
    Duration bridge,
    Duration pause) {

  private static final CaptionOptions DEFAULTS = builder().build();

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range or the durations contradict
   */
  public CaptionOptions {
    checkRange("lineCharacters", lineCharacters, 4, 200);
    checkRange("lineWideCharacters", lineWideCharacters, 2, 100);
    checkRange("lines", lines, 1, 4);
    checkRange("cueWords", cueWords, 0, Integer.MAX_VALUE);
    if (minDuration.isNegative() || minDuration.compareTo(maxDuration) > 0) {
      throw new IllegalArgumentException(
          "0 <= minDuration <= maxDuration does not hold for "
              + minDuration
              + " and "
              + maxDuration);
    }
    if (maxDuration.isZero() || pause.isZero() || pause.isNegative() || bridge.isNegative()) {
      throw new IllegalArgumentException(
          "maxDuration and pause must be above zero and bridge not negative: "
              + maxDuration
              + ", "
              + pause
              + ", "
              + bridge);
    }
    if (!(readingSpeed > 0)) {
      throw new IllegalArgumentException("readingSpeed must be above 0, not " + readingSpeed);
    }
  }

  /**
   * Two lines of 22 (wide: 12) characters, 0.7 to 5 s, 21 characters per second, gaps to 300 ms
   * closed, a new cue after 800 ms of silence.
   *
   * @return the defaults
   */
  public static CaptionOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Starts from the defaults.
   *
   * @return a new builder
   */
  public static CaptionOptionsBuilder builder() {
    return new CaptionOptionsBuilder();
  }

  private static void checkRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
