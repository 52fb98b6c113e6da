package io.vidgen.sandbox.internal.whisper;

import io.vidgen.model.WordTiming;
import java.util.ArrayList;
import java.util.List;

/**
 * What is heard in a file.
 *
 * @param language BCP 47 tag
 * @param seconds length of the file
 * @param words what is said, empty when the file is not known
 */
record Hearing(String language, double seconds, List<Word> words) {
  private static final double GAP = 0.7;
  private static final int MOST_WORDS = 14;

  Hearing {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param text with its punctuation
   * @param start seconds
   * @param end seconds
   */
  record Word(String text, double start, double end) {
    static Word of(WordTiming word) {
      return new Word(
          word.text(), word.start().toMillis() / 1000.0, word.end().toMillis() / 1000.0);
    }
  }

  /** What belongs together: sentences, and pieces of long ones. */
  List<List<Word>> segments() {
    List<List<Word>> segments = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    for (var word : words) {
      if (!current.isEmpty() && ends(current, word)) {
        segments.add(List.copyOf(current));
        current.clear();
      }
      current.add(word);
    }
    if (!current.isEmpty()) {
      segments.add(List.copyOf(current));
    }
    return segments;
  }

  private static boolean ends(List<Word> segment, Word next) {
    var last = segment.get(segment.size() - 1);
    return segment.size() >= MOST_WORDS
        || next.start() - last.end() >= GAP
        || last.text().matches(".*[.!?…]['\"”)]?");
  }

  static String text(List<Word> words) {
    return String.join(" ", words.stream().map(Word::text).toList());
  }
}
