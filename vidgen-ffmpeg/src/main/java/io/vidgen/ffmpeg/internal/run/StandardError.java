package io.vidgen.ffmpeg.internal.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a program said: its last lines for a message, and the lines that somebody asked for. */
final class StandardError {
  private static final int LAST = 20;
  private static final int KEPT = 5_000;

  private final Predicate<String> keep;
  private final ArrayDeque<String> last = new ArrayDeque<>();
  private final List<String> kept = new ArrayList<>();

  StandardError(Predicate<String> keep) {
    this.keep = keep;
  }

  synchronized void add(String line) {
    if (last.size() == LAST) {
      last.removeFirst();
    }
    last.addLast(line);
    if (kept.size() < KEPT && keep.test(line)) {
      kept.add(line);
    }
  }

  synchronized List<String> last() {
    return List.copyOf(last);
  }

  synchronized List<String> kept() {
    return List.copyOf(kept);
  }
}
