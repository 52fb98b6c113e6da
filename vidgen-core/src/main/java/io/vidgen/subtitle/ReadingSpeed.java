package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * Times words when there is no voice at all, at the pace of a calm narrator.
 *
 * @param lettersPerSecond letters per second, above zero and up to 200; a Chinese character counts
 *     as two and a half letters, a digit as two, each word as one more, a comma as three and the
 *     end of a sentence as six; default 16, about 160 English words per minute
 */
public record ReadingSpeed(double lettersPerSecond) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the speed is not above zero and at most 200
   */
  public ReadingSpeed {
    if (!(lettersPerSecond > 0 && lettersPerSecond <= 200)) {
      throw new IllegalArgumentException(
          "lettersPerSecond must be above 0 and at most 200, not " + lettersPerSecond);
    }
  }

  /**
   * 16 letters per second.
   *
   * @return the default speed
   */
  public static ReadingSpeed defaults() {
    return new ReadingSpeed(16);
  }

  /**
   * How long the words take.
   *
   * @param words the words in order
   * @return the time, zero for no words
   */
  public Duration duration(List<String> words) {
    return Duration.ofMillis(Math.round(WordInterpolator.weight(words) * 1000 / lettersPerSecond));
  }

  /**
   * Times the words one after the other.
   *
   * @param words the words in order, none blank
   * @param start when the first one begins, zero or later
   * @return one timing per word, marked {@link TimingSource#READING_SPEED}
   */
  public List<WordTiming> time(List<String> words, Duration start) {
    return WordInterpolator.spread(
        words, start, start.plus(duration(words)), TimingSource.READING_SPEED);
  }
}
