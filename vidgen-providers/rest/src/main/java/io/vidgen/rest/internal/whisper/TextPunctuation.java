package io.vidgen.rest.internal.whisper;

import io.vidgen.model.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives words the punctuation of the whole text, which captions are cut by: OpenAI's words come
 * without any. Words stay as they are when the letters of both are not the same.
 */
final class TextPunctuation {
  /** Ends a word although no space follows. */
  private static final String CLOSING = "。、！？，；：」』）";

  private final int[] text;
  private final int[] letters;

  private TextPunctuation(String text) {
    this.text = text.codePoints().toArray();
    this.letters =
        IntStream.range(0, this.text.length)
            .filter(i -> Character.isLetterOrDigit(this.text[i]))
            .toArray();
  }

  static List<WordTiming> restore(List<WordTiming> words, String text) {
    return new TextPunctuation(text).restore(words);
  }

  private List<WordTiming> restore(List<WordTiming> words) {
    var restored = new ArrayList<WordTiming>();
    int at = 0;
    for (var word : words) {
      int from = at;
      for (int letter : word.text().codePoints().filter(Character::isLetterOrDigit).toArray()) {
        if (at == letters.length || lower(text[letters[at]]) != lower(letter)) {
          return words;
        }
        at++;
      }
      restored.add(
          from == at
              ? word
              : new WordTiming(
                  dressed(word.text(), from, at), word.start(), word.end(), word.source()));
    }
    return at == letters.length ? restored : words;
  }

  private String dressed(String word, int from, int to) {
    int start = letters[from];
    int end = letters[to - 1] + 1;
    boolean bareStart = Character.isLetterOrDigit(word.codePointAt(0));
    boolean bareEnd = Character.isLetterOrDigit(word.codePointBefore(word.length()));
    return (bareStart ? before(start) : "") + word + (bareEnd ? after(end) : "");
  }

  private String before(int start) {
    int i = start;
    while (i > 0 && isMark(text[i - 1])) {
      i--;
    }
    return i > 0 && Character.isLetterOrDigit(text[i - 1]) ? "" : new String(text, i, start - i);
  }

  private String after(int end) {
    int i = end;
    while (i < text.length && isMark(text[i])) {
      i++;
    }
    boolean closes =
        i == text.length || Character.isWhitespace(text[i]) || CLOSING.indexOf(text[end]) >= 0;
    return closes ? new String(text, end, i - end) : "";
  }

  private static boolean isMark(int point) {
    return !Character.isLetterOrDigit(point) && !Character.isWhitespace(point);
  }

  private static int lower(int point) {
    return Character.toLowerCase(point);
  }
}
