package io.vidgen.model;

import java.time.Duration;
import java.util.Objects;

/**
 * One spoken word and when it is heard.
 *
 * @param text the word as it is shown, with its punctuation, never blank
 * @param start when the word begins, from the start of whatever it belongs to (a narration, a
 *     scene, the whole video), zero or later
 * @param end when it ends, at or after {@code start}
 * @param source how the times were found
 */
public record WordTiming(String text, Duration start, Duration end, TimingSource source) {

  /**
   * Checks the invariants above.
   *
   * @throws IllegalArgumentException if the text is blank, a time is negative or the order is wrong
   */
  public WordTiming {
    Objects.requireNonNull(source, "source");
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of a word must not be blank");
    }
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "word '" + text + "': 0 <= start <= end does not hold for " + start + " and " + end);
    }
  }

  /**
   * The same word, later (or earlier) by {@code offset}.
   *
   * @param offset how far to move, may be negative as long as the start stays at zero or later
   * @return the moved word
   */
  public WordTiming shifted(Duration offset) {
    return new WordTiming(text, start.plus(offset), end.plus(offset), source);
  }
}
