package io.vidgen.sandbox;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * A recording that the sandbox knows, found again in another file.
 *
 * @param words what is said, timed from the start of the file that was listened to; words that the
 *     file cuts off are missing
 * @param text the words with single spaces between
 * @param language BCP 47 tag of the recording
 * @param duration length of the file that was listened to
 * @param likeness how alike the two are, 0 to 1
 */
public record Heard(
    List<WordTiming> words, String text, String language, Duration duration, double likeness) {

  /** Copies the list. */
  public Heard {
    words = List.copyOf(words);
  }
}
