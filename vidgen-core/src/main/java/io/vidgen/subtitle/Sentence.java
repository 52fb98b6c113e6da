package io.vidgen.subtitle;

import java.time.Duration;
import java.util.List;

/**
 * What is spoken in one breath.
 *
 * @param words its words as they are shown, at least one
 * @param pause silence after it at normal speed, when another sentence follows
 */
public record Sentence(List<String> words, Duration pause) {

  /** Copies the list. */
  public Sentence {
    words = List.copyOf(words);
  }

  /**
   * The words with spaces between them.
   *
   * @return its text
   */
  public String text() {
    return Words.join(words);
  }
}
