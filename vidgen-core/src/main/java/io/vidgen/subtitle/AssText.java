package io.vidgen.subtitle;

/**
 * Text as it stands in an ASS event: braces open override tags, a backslash makes {@code \N}, and
 * neither has an escape that every renderer knows. Checked with the libass of ffmpeg 4.4.1.
 */
public final class AssText {

  /** Invisible and without width; keeps a backslash apart from the letter after it. */
  static final char WORD_JOINER = '\u2060';

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int VARIATION_SELECTOR_TEXT = 0xFE0E;
  private static final int VARIATION_SELECTOR_EMOJI = 0xFE0F;

  private AssText() {}

  /**
   * Makes any text safe to stand in an event, whoever wrote it: nothing in it is taken as a tag, a
   * new line of the file or the end of it.
   *
   * <p>Braces become <code>\{</code> and <code>\}</code>; a word joiner (U+2060) follows each
   * backslash; line breaks become {@code \N}; spaces that a line begins with become {@code \h}. NUL
   * and other controls, halves of surrogate pairs, and what a font of black-and-white emoji cannot
   * join (skin tones, variation selectors, joiners beside a picture, word joiners) are left out.
   * Direction marks and joiners inside words stay.
   *
   * @param text any text, in logical order
   * @return the text for an event
   */
  public static String escape(String text) {
    return escape(text, true);
  }

  static String escape(String text, boolean atLineStart) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    boolean lineStart = atLineStart;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      }
      if (isLineBreak(c)) {
        out.append("\\N");
        lineStart = true;
      } else if (c == ' ' || c == '\t') {
        out.append(lineStart ? "\\h" : " ");
      } else if (!isDropped(text, i, c)) {
        append(out, c);
        lineStart = false;
      }
    }
    return out.toString();
  }

  /**
   * What a viewer reads in an event: without override tags and drawings, with line breaks.
   *
   * @param raw the text of an event
   * @return the plain text; the inverse of {@link #escape} for what that keeps
   */
  public static String plain(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean drawing = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int close = c == '{' ? raw.indexOf('}', i) : -1;
      if (close > 0) {
        drawing = drawingAfter(raw.substring(i + 1, close), drawing);
        i = close;
      } else if (!drawing && c == '\\' && i + 1 < raw.length()) {
        i += unescape(raw.charAt(i + 1), out);
      } else if (!drawing && c != WORD_JOINER) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int unescape(char next, StringBuilder out) {
    switch (next) {
      case 'N' -> out.append('\n');
      case 'n' -> out.append(' ');
      case 'h' -> out.append('\u00A0');
      case '{', '}' -> out.append(next);
      case WORD_JOINER -> out.append('\\');
      default -> {
        out.append('\\');
        return 0;
      }
    }
    return 1;
  }

  /** {@code \p1} turns what follows into a drawing, {@code \p0} turns it off. */
  private static boolean drawingAfter(String tags, boolean before) {
    int at = tags.lastIndexOf("\\p");
    if (at < 0 || at + 2 >= tags.length() || !Character.isDigit(tags.charAt(at + 2))) {
      return before;
    }
    return tags.charAt(at + 2) != '0';
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '{' -> out.append("\\{");
      case '}' -> out.append("\\}");
      case '\\' -> out.append('\\').append(WORD_JOINER);
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B;
  }

  private static boolean isDropped(String text, int after, int c) {
    if (c == ZERO_WIDTH_JOINER) {
      int before = after - 1 > 0 ? text.codePointBefore(after - 1) : 0;
      int next = after < text.length() ? text.codePointAt(after) : 0;
      return isPicture(before) || isPicture(next);
    }
    return Character.isISOControl(c)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == VARIATION_SELECTOR_TEXT
        || c == VARIATION_SELECTOR_EMOJI
        || c == 0xFEFF
        || c == WORD_JOINER
        || (c >= 0x1F3FB && c <= 0x1F3FF)
        || (c >= 0xE0020 && c <= 0xE007F);
  }

  private static boolean isPicture(int c) {
    return Scripts.isEmoji(c) || c == VARIATION_SELECTOR_EMOJI;
  }
}
