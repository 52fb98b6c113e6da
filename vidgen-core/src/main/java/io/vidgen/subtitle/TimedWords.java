package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.util.List;
import java.util.Locale;

/**
 * The words of a narration with their times.
 *
 * @param language their language, {@link Locale#ROOT} when it is not known
 * @param words the words in order
 */
public record TimedWords(Locale language, List<WordTiming> words) {

  /** Copies the list. */
  public TimedWords {
    words = List.copyOf(words);
  }
}
