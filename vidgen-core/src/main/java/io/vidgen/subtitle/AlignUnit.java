package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is compared: a word, or one character of a script without spaces.
 *
 * @param text the text as written
 * @param word the index of the word that it is a part of
 * @param time when it was heard; zero to zero for a word that is only shown
 */
record AlignUnit(String text, int word, WordTiming time) {

  static List<AlignUnit> ofShown(List<String> words) {
    List<AlignUnit> out = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      for (String piece : pieces(words.get(i), false)) {
        WordTiming none =
            new WordTiming(piece, Duration.ZERO, Duration.ZERO, TimingSource.INTERPOLATED);
        out.add(new AlignUnit(piece, i, none));
      }
    }
    return out;
  }

  /** Times are forced into order: recognisers report words that overlap. */
  static List<AlignUnit> ofHeard(List<WordTiming> words) {
    List<AlignUnit> out = new ArrayList<>(words.size());
    Duration clock = Duration.ZERO;
    for (int i = 0; i < words.size(); i++) {
      WordTiming word = words.get(i);
      Duration start = word.start().compareTo(clock) < 0 ? clock : word.start();
      Duration end = word.end().compareTo(start) < 0 ? start : word.end();
      if (i + 1 < words.size() && words.get(i + 1).start().compareTo(end) < 0) {
        Duration next = words.get(i + 1).start();
        end = next.compareTo(start) < 0 ? start : next;
      }
      clock = end;
      List<String> pieces = pieces(word.text(), true);
      for (WordTiming piece : WordInterpolator.spread(pieces, start, end, word.source())) {
        out.add(new AlignUnit(piece.text(), i, piece));
      }
    }
    return out;
  }

  static List<String> keys(List<AlignUnit> units) {
    return units.stream().map(u -> key(u.text())).toList();
  }

  /** Lower case, without accents and punctuation; a text of only punctuation stays as it is. */
  static String key(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || Scripts.isEmoji(c))
        .forEach(out::appendCodePoint);
    return out.length() == 0 ? text.strip() : out.toString();
  }

  /** A heard "word" may be several; a shown one is a word, whatever space it holds. */
  private static List<String> pieces(String text, boolean atSpaces) {
    if (text.codePoints().anyMatch(Scripts::isUnspaced)) {
      List<String> characters = new ArrayList<>();
      Graphemes.cut(text.strip(), 1, characters);
      return merged(characters);
    }
    return atSpaces ? List.of(text.strip().split("\\s+", -1)) : List.of(text);
  }

  /** Punctuation and runs of other scripts are not compared by the character. */
  private static List<String> merged(List<String> characters) {
    List<String> out = new ArrayList<>(characters.size());
    for (String c : characters) {
      int last = out.size() - 1;
      boolean mark = Punctuation.isOnly(c);
      boolean same =
          last >= 0
              && !Scripts.isUnspaced(c.codePointAt(0))
              && !Scripts.isUnspaced(out.get(last).codePointAt(0));
      if (last >= 0 && (mark || same || Punctuation.isOnly(out.get(last)))) {
        out.set(last, out.get(last) + c);
      } else {
        out.add(c);
      }
    }
    return out;
  }
}
