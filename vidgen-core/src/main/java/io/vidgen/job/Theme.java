package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;

/**
 * What a script is written about.
 *
 * @param text the theme in words, not blank
 * @param language language of everything that is said; default English
 * @param length how long the video should be, 4 s to 10 min; default 60 s. Clips have fixed
 *     lengths, so the video is as long as the least number of clips that reaches it
 * @param scenes how many scenes are written, 1 to 100; each takes one or two of the video's clips,
 *     so nine clips need 5 to 9 scenes, which the plan checks. 0 for one scene for each clip
 */
public record Theme(String text, Locale language, Duration length, int scenes) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range; its message names the value
   * @throws NullPointerException if a value is null; its message names it
   */
  public Theme {
    requireNonNull(text, "text");
    requireNonNull(language, "language");
    requireNonNull(length, "length");
    if (text.isBlank()) {
      throw new IllegalArgumentException("theme must not be blank");
    }
    Ranges.time("length", length, Duration.ofSeconds(4), Duration.ofMinutes(10));
    if (scenes < 0 || scenes > 100) {
      throw new IllegalArgumentException("scenes must be 0 to 100, not " + scenes);
    }
  }
}
