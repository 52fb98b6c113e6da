package io.vidgen.subtitle;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** Cuts text between what a reader sees as characters, never inside one. */
final class Graphemes {

  private Graphemes() {}

  /** Adds the text in even pieces of at most {@code size} characters. */
  static void cut(String text, int size, List<String> out) {
    int count = count(text);
    int pieces = (count + size - 1) / size;
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    for (int piece = 1; piece < pieces; piece++) {
      int length = count * piece / pieces - count * (piece - 1) / pieces;
      int end = breaks.next(length);
      out.add(text.substring(start, end));
      start = end;
    }
    if (start < text.length()) {
      out.add(text.substring(start));
    }
  }

  private static int count(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
