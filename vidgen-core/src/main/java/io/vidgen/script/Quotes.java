package io.vidgen.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what stands between quotation marks: straight, curly, German, guillemets and CJK corners.
 *
 * <p>Single marks are also apostrophes, so they open a quote only at the start of a word and close
 * it only at the end of one; a double mark that opens must be closed.
 */
final class Quotes {

  private static final String STRAIGHT = "\"\uFF02";
  static final String OPENERS = "\"\uFF02“„”‟«»‹›「『〝‘‚'";

  private final FieldText field;
  private final String text;
  private final List<Quote> found = new ArrayList<>();
  private final Map<Character, Map<Integer, Integer>> pairs = new HashMap<>();
  private int noSingleAfter = Integer.MAX_VALUE;

  /** From the opening mark to after the closing one, and what is between. */
  record Quote(int from, int to, String text) {}

  private Quotes(FieldText field) {
    this.field = field;
    this.text = field.text();
  }

  static List<Quote> find(FieldText field) {
    Quotes quotes = new Quotes(field);
    quotes.scan();
    return quotes.found;
  }

  /** Whether the two marks at the ends of a value are quotation marks around it. */
  static boolean isPair(char first, char last) {
    int pair = "\"“«„「".indexOf(first);
    return pair >= 0 && "\"”»“」".charAt(pair) == last;
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Markup.isEscape(text, i) && text.charAt(i + 1) != '"') {
        i += 2;
      } else if (c == '\\') {
        i++;
      } else if (OPENERS.indexOf(c) < 0) {
        i++;
      } else if (c == '\'' || c == '‘' || c == '‚' || c == '‹' || c == '›') {
        i = single(i);
      } else {
        i = closed(i);
      }
    }
  }

  private int closed(int open) {
    int close = closing(open);
    if (close < 0) {
      throw new ScriptParseException(
          field.positionAt(open),
          "the quotation mark is never closed: "
              + Words.excerpt(text.substring(open, Math.min(text.length(), open + 60))),
          "close it before the next field, or write the line without quotation marks");
    }
    return add(open, close);
  }

  private int add(int open, int close) {
    int end = isEscaped(open) && isEscaped(close) ? close - 1 : close;
    String inside = Markup.plain(text.substring(open + 1, end));
    if (Words.hasLetterOrDigit(inside)) {
      found.add(new Quote(open, close + 1, inside));
    }
    return close + 1;
  }

  private int closing(int open) {
    return switch (text.charAt(open)) {
      case '"', '\uFF02' -> straight(open);
      case '“' -> curly(open);
      case '„', '‟' -> nearest(open, "“”\"");
      case '”' -> nearest(open, "”\"");
      case '«' -> nested(open, '«', '»');
      case '»' -> nearest(open, "«");
      case '「' -> nested(open, '「', '」');
      case '『' -> nested(open, '『', '』');
      default -> nearest(open, "〞〟");
    };
  }

  /** The next straight mark; a curly pair inside is part of the quote. */
  private int straight(int open) {
    if (isEscaped(open)) {
      // The whole quote came out of a JSON string: \"Hello\".
      int close = text.indexOf("\\\"", open + 1);
      return close < 0 ? -1 : close + 1;
    }
    int inner = 0;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Markup.isEscape(text, i)) {
        i++;
      } else if (STRAIGHT.indexOf(c) >= 0 || (c == '”' && inner == 0)) {
        return i;
      } else if (c == '“') {
        inner++;
      } else if (c == '”') {
        inner--;
      }
    }
    return -1;
  }

  /** The curly mark that closes; models mix marks, so without one a straight mark will do. */
  private int curly(int open) {
    int close = nested(open, '“', '”');
    return close >= 0 ? close : nearest(open, "\"”");
  }

  /**
   * The mark that closes this one, with quotes of the same kind inside. All pairs are matched at
   * once, since a search from each mark that is never closed would cost a square.
   */
  private int nested(int open, char opening, char closing) {
    Map<Integer, Integer> closings =
        pairs.computeIfAbsent(opening, mark -> match(opening, closing));
    return closings.getOrDefault(open, -1);
  }

  private Map<Integer, Integer> match(char opening, char closing) {
    Map<Integer, Integer> closings = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == opening) {
        open.push(i);
      } else if (text.charAt(i) == closing && !open.isEmpty()) {
        closings.put(open.pop(), i);
      }
    }
    return closings;
  }

  private int nearest(int open, String closers) {
    for (int i = open + 1; i < text.length(); i++) {
      if (Markup.isEscape(text, i)) {
        i++;
      } else if (closers.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private int single(int open) {
    char c = text.charAt(open);
    char before = at(open - 1);
    boolean opens =
        open < noSingleAfter
            && (Words.isSpace(before) || ":(—–-*_".indexOf(before) >= 0)
            && !Words.isSpace(at(open + 1))
            && !(c == '\'' && Character.isDigit(at(open + 1)));
    if (!opens) {
      return open + 1;
    }
    int close = singleClosing(open, c == '‹' ? "›" : c == '›' ? "‹" : c == '\'' ? "'" : "’‘'");
    if (close < 0) {
      // No mark after this one can find a closing mark either; looking again would cost a square.
      noSingleAfter = open;
      return open + 1;
    }
    return add(open, close);
  }

  /** The first closing mark after the end of a sentence, else the last one after a word. */
  private int singleClosing(int open, String closers) {
    int last = -1;
    for (int i = open + 2; i < text.length() && text.charAt(i) != '\n'; i++) {
      boolean ends =
          closers.indexOf(text.charAt(i)) >= 0
              && !Words.isSpace(at(i - 1))
              && !Character.isLetterOrDigit(at(i + 1));
      if (ends && ".!?…,".indexOf(at(i - 1)) >= 0) {
        return i;
      }
      last = ends ? i : last;
    }
    return last;
  }

  private boolean isEscaped(int i) {
    return at(i - 1) == '\\';
  }

  private char at(int i) {
    return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
  }
}
