package io.vidgen.rest.internal.whisper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes words of the tokens that whisper.cpp reports: a word goes on until the next token that
 * begins with a space. Scripts without spaces have no such tokens; there each token stays alone.
 * Servers that report whole words are left as they are.
 */
final class TokenJoiner {
  private static final Pattern MARKER = Pattern.compile("\\s*(\\[_[A-Z]+_\\d*]|<\\|.*\\|>)\\s*");

  /** What is heard beside speech: {@code [BLANK_AUDIO]}, {@code [MUSIC]}, notes. */
  private static final Pattern NO_WORD = Pattern.compile("\\[.*]|[♪♫\\s]+|[\\p{Punct}…–—]+");

  private static final String BROKEN = "\uFFFD";

  private TokenJoiner() {}

  static List<HeardWord> join(List<HeardWord> tokens) {
    boolean spaced = tokens.stream().anyMatch(HeardWord::beginsWithSpace);
    List<HeardWord> words = new ArrayList<>();
    for (var token : tokens) {
      if (MARKER.matcher(token.text()).matches() || token.text().isBlank()) {
        continue;
      }
      int last = words.size() - 1;
      if (last >= 0 && goesOn(words.get(last), token, spaced)) {
        words.set(last, words.get(last).join(token));
      } else {
        words.add(token);
      }
    }
    return words.stream().filter(word -> !isNoWord(word)).toList();
  }

  private static boolean goesOn(HeardWord word, HeardWord token, boolean spaced) {
    if (isPunctuation(token)) {
      return true;
    }
    // A character may be cut into tokens of broken UTF-8.
    if (token.text().startsWith(BROKEN) || word.text().endsWith(BROKEN)) {
      return !token.beginsWithSpace();
    }
    return spaced
        && !token.beginsWithSpace()
        && !isUnspaced(token.text().codePointAt(0))
        && !isUnspaced(word.text().codePointBefore(word.text().length()));
  }

  private static boolean isPunctuation(HeardWord token) {
    return token.text().codePoints().noneMatch(Character::isLetterOrDigit)
        && !token.text().contains("[")
        && !token.text().contains(BROKEN)
        && !token.beginsWithSpace();
  }

  private static boolean isNoWord(HeardWord word) {
    return NO_WORD.matcher(word.text().strip()).matches();
  }

  private static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
