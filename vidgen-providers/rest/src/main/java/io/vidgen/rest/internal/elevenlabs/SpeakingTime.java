package io.vidgen.rest.internal.elevenlabs;

import java.util.regex.Pattern;

/** How long it takes to say a text. Pure. */
final class SpeakingTime {
  /** A character of Chinese, Japanese or Korean takes as long as so many letters. */
  static final double DENSE = 2.5;

  /** Letters a second of the fastest voice at its fastest, which nobody understands any more. */
  private static final double FASTEST = 30;

  /** More than this share of such characters, and a text counts as written in them. */
  private static final double DENSE_SHARE = 0.1;

  /** What is not spoken: tags of a voice and of markup. */
  private static final Pattern TAG = Pattern.compile("\\[[^\\]]*]|<[^>]*>");

  private SpeakingTime() {}

  /** Whether a text takes far longer to say than its length suggests. */
  static boolean isDense(String text) {
    long dense = text.codePoints().filter(SpeakingTime::isDense).count();
    return dense > DENSE_SHARE * letters(text);
  }

  /** Speech that takes fewer seconds than this is not the whole text. */
  static double shortest(String text) {
    double letters =
        TAG.matcher(text)
            .replaceAll(" ")
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .mapToDouble(c -> isDense(c) ? DENSE : 1)
            .sum();
    return letters / FASTEST;
  }

  /** How many letters and digits there are. */
  static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static boolean isDense(int c) {
    return Character.isLetter(c)
        && switch (Character.UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default -> false;
        };
  }
}
