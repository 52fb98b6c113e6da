package io.vidgen.subtitle;

import java.util.ArrayList;
import java.util.List;

/** Breaks the words of one cue into as few lines as hold them, and those as even as possible. */
final class LineBreaker {

  private final LineWidth width;
  private final int maxLines;

  LineBreaker(CaptionOptions options) {
    this.width = new LineWidth(options);
    this.maxLines = options.lines();
  }

  /**
   * How many of the words from {@code from} on fit into one cue: at least one, as a word wider than
   * a line still has to be shown.
   */
  int fitting(List<String> words, int from) {
    int line = 1;
    int used = 0;
    int i = from;
    for (; i < words.size(); i++) {
      int own = width.of(words.get(i).strip());
      int gap = i == from ? 0 : gap(words, i);
      if (used > 0 && used + gap + own > width.line()) {
        line++;
        used = 0;
        gap = 0;
      }
      if (line > maxLines) {
        break;
      }
      used += gap + own;
    }
    return Math.max(1, i - from);
  }

  /** The lines of a cue that holds exactly these words. */
  List<String> lines(List<String> words) {
    int count = 1;
    while (count < maxLines && !fits(words, count)) {
      count++;
    }
    count = Math.min(count, words.size());
    List<String> lines = new ArrayList<>(count);
    int from = 0;
    for (int end : breaks(words, count)) {
      lines.add(Words.join(words.subList(from, end)));
      from = end;
    }
    return List.copyOf(lines);
  }

  private boolean fits(List<String> words, int lines) {
    int line = 1;
    int used = 0;
    for (int i = 0; i < words.size(); i++) {
      int own = width.of(words.get(i).strip());
      int gap = used == 0 ? 0 : gap(words, i);
      if (used > 0 && used + gap + own > width.line()) {
        line++;
        used = own;
      } else {
        used += gap + own;
      }
    }
    return line <= lines;
  }

  /** Where each line ends, by dynamic programming over the cost of a line. */
  private int[] breaks(List<String> words, int lines) {
    int n = words.size();
    long[][] best = new long[lines + 1][n + 1];
    int[][] back = new int[lines + 1][n + 1];
    for (long[] row : best) {
      java.util.Arrays.fill(row, Long.MAX_VALUE / 4);
    }
    best[0][0] = 0;
    for (int line = 1; line <= lines; line++) {
      for (int end = line; end <= n; end++) {
        for (int start = line - 1; start < end; start++) {
          long cost = best[line - 1][start] + lineCost(words, start, end);
          if (cost < best[line][end]) {
            best[line][end] = cost;
            back[line][end] = start;
          }
        }
      }
    }
    int[] ends = new int[lines];
    int end = n;
    for (int line = lines; line > 0; line--) {
      ends[line - 1] = end;
      end = back[line][end];
    }
    return ends;
  }

  /** Squares make even lines the cheapest; a break after punctuation may be a little uneven. */
  private long lineCost(List<String> words, int start, int end) {
    long room = width.line();
    long used = lineWidth(words, start, end);
    long cost = used * used;
    if (used > room) {
      cost += 16 * (used - room) * room;
    }
    if (end < words.size()) {
      String last = words.get(end - 1);
      if (Punctuation.endOf(last) == Punctuation.SENTENCE) {
        cost -= room * room / 3;
      } else if (Punctuation.endOf(last) == Punctuation.CLAUSE) {
        cost -= room * room / 5;
      } else if (Punctuation.isPhraseEnd(last, words.get(end))) {
        cost -= room * room / 10;
      } else if (CueCost.leansForward(last)) {
        cost += room * room / 16;
      }
    }
    return cost;
  }

  private int lineWidth(List<String> words, int start, int end) {
    int sum = 0;
    for (int i = start; i < end; i++) {
      sum += width.of(words.get(i).strip()) + (i == start ? 0 : gap(words, i));
    }
    return sum;
  }

  private int gap(List<String> words, int i) {
    String left = words.get(i - 1);
    return left.endsWith(" ") ? width.of(" ") : width.between(left, words.get(i));
  }
}
