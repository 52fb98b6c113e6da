package io.vidgen.sandbox.internal.google;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How many tokens a text has: about four characters each, but one for every character of Chinese,
 * Japanese and Korean.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/tokens">Understand and count tokens (read
 *     2026-10)</a>
 */
final class TextTokens {
  private static final int QUARTERS = 4;
  private static final Set<UnicodeScript> WHOLE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private TextTokens() {}

  static int count(String text) {
    int quarters = text.codePoints().map(TextTokens::quarters).sum();
    return (quarters + QUARTERS - 1) / QUARTERS;
  }

  /** The beginning of a text, of so many tokens at most. */
  static String cut(String text, int most) {
    long left = (long) most * QUARTERS;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= quarters(point);
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static int quarters(int point) {
    return WHOLE.contains(UnicodeScript.of(point)) ? QUARTERS : Character.charCount(point);
  }
}
