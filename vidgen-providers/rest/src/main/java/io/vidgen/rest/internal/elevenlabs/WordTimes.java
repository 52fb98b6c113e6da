package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.WordAligner;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes times of words out of times of characters. Characters are compared decomposed and without
 * spaces, so that surrogates, combining marks and scripts without spaces need no rules of their
 * own. Pure.
 */
final class WordTimes {
  /** Less than this share of equal words, and the times belong to another text. */
  private static final double LEAST_EQUAL = 0.5;

  /** More words than this in a row that are not what was spoken, and their times are guesses. */
  private static final int MOST_GUESSED = 3;

  private final double seconds;
  private final TimingSource source;

  /**
   * For one sound.
   *
   * @param seconds its length
   * @param source what good times are called
   */
  WordTimes(double seconds, TimingSource source) {
    this.seconds = seconds;
    this.source = source;
  }

  /**
   * Times words.
   *
   * @param words the words that are shown
   * @param times characters of the text as it was sent or as it was spoken
   * @return a time for each word; empty when the times cannot be believed or are those of another
   *     text
   */
  List<WordTiming> of(List<String> words, @Nullable CharacterTimes times) {
    if (times == null || words.isEmpty() || TimeCheck.flaw(times, seconds).isPresent()) {
      return List.of();
    }
    var exact = exact(words, units(times));
    return exact.isEmpty() ? similar(words, times) : exact;
  }

  private record Unit(int codePoint, double start, double end) {}

  /** One unit for each visible code point; an entry may be half a character or several. */
  private static List<Unit> units(CharacterTimes times) {
    var text = new StringBuilder();
    var owners = new ArrayList<Integer>();
    for (int i = 0; i < times.size(); i++) {
      text.append(times.text(i));
      for (int k = 0; k < times.text(i).length(); k++) {
        owners.add(i);
      }
    }
    var units = new ArrayList<Unit>();
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      int first = owners.get(at);
      int last = owners.get(next - 1);
      for (int c : visible(text.substring(at, next))) {
        units.add(new Unit(c, times.start(first), times.end(last)));
      }
      at = next;
    }
    return units;
  }

  private List<WordTiming> exact(List<String> words, List<Unit> units) {
    var out = new ArrayList<WordTiming>(words.size());
    int at = 0;
    for (var word : words) {
      int first = at;
      for (int c : visible(word)) {
        if (at == units.size() || units.get(at).codePoint() != c) {
          return List.of();
        }
        at++;
      }
      double start = at == first ? lastEnd(out) : units.get(first).start();
      double end = start;
      for (int i = first; i < at; i++) {
        end = Math.max(end, units.get(i).end());
      }
      start = Math.max(start, lastStart(out));
      endAt(out, start);
      out.add(timing(word, start, end));
    }
    return at == units.size() ? out : List.of();
  }

  /** The text was changed before it was spoken: numbers written out, markup left out. */
  private List<WordTiming> similar(List<String> words, CharacterTimes times) {
    var heard = heard(times);
    if (heard.isEmpty()) {
      return List.of();
    }
    var aligned = WordAligner.align(words, heard, Duration.ZERO, duration(seconds));
    int equal = 0;
    int guessed = 0;
    for (var word : aligned) {
      boolean same = word.source() == source;
      equal += same ? 1 : 0;
      guessed = same ? 0 : guessed + 1;
      if (guessed > MOST_GUESSED || word.end().compareTo(duration(seconds)) > 0) {
        return List.of();
      }
    }
    return equal >= LEAST_EQUAL * words.size() ? aligned : List.of();
  }

  private List<WordTiming> heard(CharacterTimes times) {
    var out = new ArrayList<WordTiming>();
    var word = new StringBuilder();
    double start = 0;
    double end = 0;
    for (int i = 0; i <= times.size(); i++) {
      boolean space = i == times.size() || times.text(i).isBlank();
      if (!space) {
        start = word.length() == 0 ? times.start(i) : start;
        end = times.end(i);
        word.append(times.text(i));
      } else if (word.length() > 0) {
        double from = Math.max(start, lastStart(out));
        endAt(out, from);
        out.add(timing(word.toString(), from, end));
        word.setLength(0);
      }
    }
    return out;
  }

  /** A word ends when the next one begins at the latest. */
  private void endAt(List<WordTiming> words, double start) {
    int last = words.size() - 1;
    if (last >= 0 && lastEnd(words) > start) {
      words.set(last, timing(words.get(last).text(), lastStart(words), start));
    }
  }

  private WordTiming timing(String word, double start, double end) {
    double from = Math.min(Math.max(0, start), seconds);
    double to = Math.min(Math.max(from, end), seconds);
    return new WordTiming(word, duration(from), duration(to), source);
  }

  private static double lastStart(List<WordTiming> words) {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).start().toNanos() / 1e9;
  }

  private static double lastEnd(List<WordTiming> words) {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).end().toNanos() / 1e9;
  }

  /** Never later than the sound ends: rounded down. */
  private static Duration duration(double seconds) {
    return Duration.ofNanos(((long) (seconds * 1e6)) * 1000);
  }

  /** Each code point by itself, so that both sides are taken apart alike. */
  private static int[] visible(String text) {
    return text.codePoints()
        .flatMap(
            c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).codePoints())
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isUnseen(c))
        .toArray();
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    boolean selector = c >= 0xFE00 && c <= 0xFE0F;
    return type == Character.FORMAT || type == Character.CONTROL || selector;
  }
}
