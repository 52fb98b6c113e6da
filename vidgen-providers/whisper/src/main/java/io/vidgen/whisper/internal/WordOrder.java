package io.vidgen.whisper.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts words in order: no start is before the one before it, no word reaches into the next one or
 * beyond the recording, and words that were said to be spoken at one moment share the time until
 * the next.
 */
final class WordOrder {
  /**
   * A word.
   *
   * @param text what is shown
   * @param start milliseconds
   * @param end milliseconds
   */
  record Placed(String text, long start, long end) {}

  /** A word that takes no time cannot be seen. */
  private static final long LEAST = 80;

  private final long length;
  private final List<Placed> words = new ArrayList<>();

  /** For a recording of some milliseconds. */
  WordOrder(long length) {
    this.length = length;
  }

  void add(String text, long start, long end) {
    long before = words.isEmpty() ? 0 : words.get(words.size() - 1).start();
    long from = Math.min(length, Math.max(before, start));
    words.add(new Placed(text, from, Math.min(length, Math.max(from, end))));
  }

  List<Placed> words() {
    List<Placed> ordered = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int next = i + 1;
      long end = words.get(i).end();
      while (next < words.size() && words.get(next).start() == words.get(i).start()) {
        end = Math.max(end, words.get(next).end());
        next++;
      }
      long start = words.get(i).start();
      long limit = next < words.size() ? words.get(next).start() : length;
      long least = start + LEAST * (next - i);
      share(words.subList(i, next), start, Math.min(limit, Math.max(least, end)), ordered);
      i = next;
    }
    return ordered;
  }

  private static void share(List<Placed> words, long start, long end, List<Placed> ordered) {
    int count = words.size();
    for (int i = 0; i < count; i++) {
      ordered.add(
          new Placed(
              words.get(i).text(),
              start + (end - start) * i / count,
              start + (end - start) * (i + 1) / count));
    }
  }
}
