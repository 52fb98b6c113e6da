package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * What it costs a reader when the words from one index to another are one cue. A further cue by
 * itself costs 5.
 */
final class CueCost {

  private static final int CUE = 5;
  private static final int BREAK_IN_CLAUSE = 12;
  private static final int BREAK_AFTER_CLAUSE = 1;
  private static final int BREAK_AT_PHRASE = 8;
  private static final int BREAK_AT_PAUSE = 1;
  private static final int BREAK_AFTER_SMALL_WORD = 10;
  private static final int SENTENCE_INSIDE = 10;
  private static final int PAUSE_INSIDE = 4;
  private static final int ORPHAN = 30;
  private static final int EMPTY_ROOM = 6;
  private static final int TOO_FAST = 8;
  private static final Duration NOTICEABLE_PAUSE = Duration.ofMillis(250);

  private final List<WordTiming> words;
  private final CaptionOptions options;
  private final LineWidth width;

  CueCost(List<WordTiming> words, CaptionOptions options) {
    this.words = words;
    this.options = options;
    this.width = new LineWidth(options);
  }

  /** The cost of the cue of the words {@code from} to {@code to}, exclusive. */
  double of(int from, int to) {
    boolean last = to == words.size();
    int used = 0;
    double cost = CUE;
    for (int i = from; i < to; i++) {
      used += width.of(words.get(i).text()) + (i == from ? 0 : gapWidth(i));
      if (i + 1 < to) {
        cost +=
            Punctuation.endOf(words.get(i).text()) == Punctuation.SENTENCE ? SENTENCE_INSIDE : 0;
        cost += isPause(i) ? PAUSE_INSIDE : 0;
      }
    }
    cost += last ? 0 : breakCost(to - 1);
    double fill = Math.min(1, used / (double) (width.line() * options.lines()));
    cost += (1 - fill) * (1 - fill) * EMPTY_ROOM;
    cost += isOrphan(from, to, used) ? ORPHAN : 0;
    return cost + speedCost(from, to);
  }

  /** Whether a word wants its successor on the same line: an article, "of", "à", not "go.". */
  static boolean leansForward(String word) {
    int letters = (int) word.codePoints().filter(Character::isLetter).count();
    return letters > 0
        && letters <= 3
        && letters == word.codePointCount(0, word.length())
        && word.codePoints().noneMatch(c -> Scripts.isUnspaced(c) || Scripts.isWide(c))
        && !Character.isUpperCase(word.codePointBefore(word.length()));
  }

  private double breakCost(int at) {
    String word = words.get(at).text();
    Punctuation mark = Punctuation.endOf(word);
    if (mark == Punctuation.SENTENCE) {
      return 0;
    }
    if (mark == Punctuation.CLAUSE) {
      return BREAK_AFTER_CLAUSE;
    }
    if (isPause(at)) {
      return BREAK_AT_PAUSE;
    }
    boolean phrase = Punctuation.isPhraseEnd(word, words.get(at + 1).text());
    return (phrase ? BREAK_AT_PHRASE : BREAK_IN_CLAUSE)
        + (leansForward(word) ? BREAK_AFTER_SMALL_WORD : 0);
  }

  /** One word, or a sixth of a line of a script that is cut into characters, says little alone. */
  private boolean isOrphan(int from, int to, int used) {
    boolean small = to - from == 1 ? used <= width.line() : used * 6 <= width.line();
    if (!small || options.cueWords() == 1) {
      return false;
    }
    boolean sentenceBefore =
        from == 0 || Punctuation.endOf(words.get(from - 1).text()) == Punctuation.SENTENCE;
    return !sentenceBefore || Punctuation.endOf(words.get(to - 1).text()) != Punctuation.SENTENCE;
  }

  private double speedCost(int from, int to) {
    Duration until =
        to < words.size() ? words.get(to).start() : words.get(to - 1).end().plusSeconds(1);
    double seconds = Math.max(0.001, until.minus(words.get(from).start()).toMillis() / 1000.0);
    int length = 0;
    for (int i = from; i < to; i++) {
      length += LineWidth.readingLength(words.get(i).text());
    }
    double over = length / seconds / options.readingSpeed() - 1;
    return over <= 0 ? 0 : Math.min(over, 2) * TOO_FAST;
  }

  private boolean isPause(int i) {
    return words.get(i + 1).start().minus(words.get(i).end()).compareTo(NOTICEABLE_PAUSE) >= 0;
  }

  private int gapWidth(int i) {
    return width.between(words.get(i - 1).text(), words.get(i).text());
  }
}
