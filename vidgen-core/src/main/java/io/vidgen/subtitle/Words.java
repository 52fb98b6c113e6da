package io.vidgen.subtitle;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into the words that captions light up one by one, and joins them again.
 *
 * <p>Scripts with spaces are cut at spaces and keep their punctuation, also where a space stands
 * between (the French {@code Bonjour !}; the space becomes a no-break space). Chinese is cut into
 * characters, Japanese and Thai by {@link BreakIterator}; their punctuation stays with the word
 * that it must not be separated from.
 */
public final class Words {

  /** A longer run without spaces is cut into pieces of this many characters. */
  private static final int MAX_UNSPACED = 6;

  private static final char NO_BREAK_SPACE = '\u00A0';

  private Words() {}

  /**
   * Cuts a text into words.
   *
   * @param text any text; line breaks count as spaces
   * @param language the language, which helps to cut a script without spaces
   * @return the words in order, none of them blank; empty for a blank text
   */
  public static List<String> split(String text, Locale language) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        addToken(text.substring(start, i), language, tokens);
        start = -1;
      }
    }
    return attachMarks(tokens);
  }

  /**
   * Joins words to a text, with a space where their script has one.
   *
   * @param words words as {@link #split} makes them
   * @return the text
   */
  public static String join(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      out.append(separator(out, word)).append(word);
    }
    return out.toString().strip();
  }

  /** What goes between what is already there and the next word: a space or nothing. */
  static String separator(CharSequence before, String word) {
    if (before.length() == 0 || word.isEmpty()) {
      return "";
    }
    int left = Character.codePointBefore(before, before.length());
    boolean none =
        Character.isWhitespace(left)
            || Scripts.isUnspaced(left)
            || Scripts.isUnspaced(word.codePointAt(0));
    return none ? "" : " ";
  }

  private static void addToken(String token, Locale language, List<String> tokens) {
    List<String> pieces = new ArrayList<>();
    if (token.codePoints().anyMatch(Scripts::isUnspaced)) {
      cutUnspaced(token, language, pieces);
    } else {
      pieces.add(token);
    }
    keepSpace(tokens, pieces.get(0));
    tokens.addAll(pieces);
  }

  /** Between Thai phrases a space has a meaning; it stays, at the end of the word before it. */
  private static void keepSpace(List<String> tokens, String next) {
    if (!tokens.isEmpty()) {
      int last = tokens.size() - 1;
      String left = tokens.get(last);
      if (separator(left, next).isEmpty()) {
        tokens.set(last, left + " ");
      }
    }
  }

  private static void cutUnspaced(String token, Locale language, List<String> pieces) {
    int start = 0;
    while (start < token.length()) {
      boolean unspaced = Scripts.isUnspaced(token.codePointAt(start));
      int end = start;
      while (end < token.length() && sameKind(token.codePointAt(end), unspaced)) {
        end = token.offsetByCodePoints(end, 1);
      }
      String run = token.substring(start, end);
      if (unspaced) {
        cutRun(run, language, pieces);
      } else {
        pieces.add(run);
      }
      start = end;
    }
  }

  private static boolean sameKind(int c, boolean unspaced) {
    return Scripts.isUnspaced(c) == unspaced || (unspaced && Scripts.isZeroWidth(c));
  }

  private static void cutRun(String run, Locale language, List<String> pieces) {
    BreakIterator breaks = BreakIterator.getWordInstance(language);
    breaks.setText(run);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String piece = run.substring(start, end);
      boolean han = Scripts.of(piece) == Character.UnicodeScript.HAN;
      Graphemes.cut(piece, han ? 1 : MAX_UNSPACED, pieces);
      start = end;
    }
  }

  private static List<String> attachMarks(List<String> tokens) {
    List<String> out = new ArrayList<>(tokens.size());
    String opening = "";
    for (String token : tokens) {
      boolean mark = Punctuation.isOnly(token);
      if (mark && (Punctuation.opens(token.strip()) || out.isEmpty())) {
        opening = glue(opening, token);
      } else if (mark && opening.isEmpty()) {
        out.set(out.size() - 1, glue(out.get(out.size() - 1), token));
      } else {
        out.add(glue(opening, token));
        opening = "";
      }
    }
    if (!opening.isEmpty()) {
      if (out.isEmpty()) {
        out.add(opening);
      } else {
        out.set(out.size() - 1, glue(out.get(out.size() - 1), opening));
      }
    }
    return List.copyOf(out);
  }

  private static String glue(String left, String right) {
    boolean spaced = !separator(left, right).isEmpty();
    return spaced ? left + NO_BREAK_SPACE + right : left + right;
  }
}
