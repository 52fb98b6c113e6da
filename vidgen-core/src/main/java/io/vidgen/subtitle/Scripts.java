package io.vidgen.subtitle;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the layout needs to know about a character, by Unicode script and block. */
final class Scripts {

  private static final Set<UnicodeScript> UNSPACED =
      Set.copyOf(
          EnumSet.of(
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA,
              UnicodeScript.BOPOMOFO,
              UnicodeScript.THAI,
              UnicodeScript.LAO,
              UnicodeScript.KHMER,
              UnicodeScript.MYANMAR));

  /** A letter of Bopomofo, below all others of these scripts. */
  private static final int FIRST_UNSPACED = 0x2EA;

  private Scripts() {}

  /** Scripts that put no space between words, and the punctuation that goes with them. */
  static boolean isUnspaced(int c) {
    // Most texts are Latin, and a caption asks this of each letter many times.
    if (c < FIRST_UNSPACED) {
      return false;
    }
    return UNSPACED.contains(UnicodeScript.of(c))
        || (c >= 0x3001 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF65);
  }

  /** Characters as wide as they are high: East Asian wide and full-width forms, and emoji. */
  static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD)
        || isEmoji(c);
  }

  /** Pictures: the emoji planes and the older symbols that are drawn as pictures. */
  static boolean isEmoji(int c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x2B50;
  }

  /** Takes no room of its own: marks, joiners, direction marks, variation selectors. */
  static boolean isZeroWidth(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL
        || (c >= 0x1F3FB && c <= 0x1F3FF);
  }

  /** The script that most letters of a text are written in; COMMON when there is no letter. */
  static UnicodeScript of(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    UnicodeScript best = UnicodeScript.COMMON;
    int most = 0;
    for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** Whether a language is written from right to left. */
  static boolean isRightToLeft(String language) {
    return switch (language) {
      case "ar", "fa", "he", "iw", "ur", "ps", "yi", "ji", "dv", "ckb", "sd", "ug" -> true;
      default -> false;
    };
  }

  /** Whether the first character with a direction runs from left to right. */
  static boolean startsLeftToRight(String text) {
    return firstDirection(text) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  /** Whether the first character with a direction runs from right to left. */
  static boolean startsRightToLeft(String text) {
    return firstDirection(text) == Character.DIRECTIONALITY_RIGHT_TO_LEFT;
  }

  private static byte firstDirection(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      byte direction = Character.getDirectionality(text.codePointAt(i));
      if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        return Character.DIRECTIONALITY_RIGHT_TO_LEFT;
      }
      if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT) {
        return direction;
      }
    }
    return Character.DIRECTIONALITY_UNDEFINED;
  }
}
