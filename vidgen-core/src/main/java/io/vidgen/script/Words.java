package io.vidgen.script;

import java.text.Normalizer;
import java.util.Locale;

/** Spaces, invisible characters and the comparison of words without case and accents. */
final class Words {

  private Words() {}

  /** White space in the wide sense: also no-break spaces, which French puts before a colon. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  /** Characters that show nothing and that no voice or caption has a use for. */
  static boolean isInvisible(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || c == '\uFEFF'
        || c == '\u200B'
        || c == '\u2060';
  }

  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(String text) {
    return trim(text).isEmpty();
  }

  /** Trims, drops invisible characters and replaces halves of surrogate pairs. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isInvisible(c))
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return trim(clean.toString());
  }

  /** Cleans, and makes one space of each run of spaces and line breaks; no-break spaces stay. */
  static String cleanLine(String text) {
    String clean = clean(text);
    StringBuilder line = new StringBuilder(clean.length());
    boolean pending = false;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isWhitespace(c)) {
        pending = true;
      } else {
        if (pending) {
          line.append(' ');
        }
        pending = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  /** Lower case without accents, each run of spaces one space: "SCÈNE" and "scene" are equal. */
  static String fold(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    String decomposed = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (isSpace(c)) {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c == '\u2019' ? '\'' : c == '\u2011' ? '-' : c);
      }
    }
    return trim(folded.toString()).toLowerCase(Locale.ROOT);
  }

  static boolean hasLetterOrDigit(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A few words of the script for a message. */
  static String excerpt(String text) {
    String line = cleanLine(text);
    if (line.codePointCount(0, line.length()) <= 40) {
      return "\"" + line + "\"";
    }
    return "\"" + line.substring(0, line.offsetByCodePoints(0, 40)) + "…\"";
  }
}
