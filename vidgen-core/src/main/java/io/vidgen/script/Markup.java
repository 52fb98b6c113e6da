package io.vidgen.script;

/** The little Markdown that language models put into the values of a block script. */
final class Markup {

  private static final String ESCAPABLE = "\\`*_{}[]<>()#+-.!|~:\"'“”«»„‟‹›‘‚「『〝＂";

  private Markup() {}

  /** The text on one line without emphasis, code marks and backslash escapes. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isEscape(text, i)) {
        plain.append(text.charAt(++i));
      } else if (!isMark(text, i)) {
        plain.append(c);
      }
    }
    return Words.cleanLine(plain.toString());
  }

  /** True for a backslash that takes away the meaning of the next character. */
  static boolean isEscape(String text, int i) {
    return text.charAt(i) == '\\'
        && i + 1 < text.length()
        && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0;
  }

  /** The text so that {@link #plain} gives it back, and no quote inside it ends a quote. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '"' || c == '”') {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /**
   * An asterisk, underscore or back-tick that touches a word on one side only, or a pair of them.
   */
  private static boolean isMark(String text, int i) {
    char c = text.charAt(i);
    if (c == '`') {
      return true;
    }
    if (c != '*' && c != '_') {
      return false;
    }
    char before = outer(text, i, -1);
    char after = outer(text, i, 1);
    if (c == '_') {
      return !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
    }
    if (at(text, i - 1) == c || at(text, i + 1) == c) {
      return true;
    }
    // "2 * 3" and "5*3" are sums.
    return !(Words.isSpace(before) && Words.isSpace(after))
        && !(Character.isDigit(before) && Character.isDigit(after));
  }

  /**
   * The neighbour beyond all equal marks, so that both underscores of a pair see the word's edge.
   */
  private static char outer(String text, int i, int step) {
    int at = i;
    // Emphasis has at most three marks; the bound keeps a line of underscores linear.
    for (int n = 0; n < 3 && at(text, at) == text.charAt(i); n++) {
      at += step;
    }
    return at(text, at);
  }

  private static char at(String text, int i) {
    return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
  }
}
