package io.vidgen.subtitle;

/**
 * Measures text against the line of a {@link CaptionOptions}, in whole numbers so that the result
 * is the same everywhere: a narrow character costs {@code lineWideCharacters} units, a wide one
 * {@code lineCharacters}, and a line has room for the product of both.
 */
final class LineWidth {

  private final int narrow;
  private final int wide;

  LineWidth(CaptionOptions options) {
    this.narrow = options.lineWideCharacters();
    this.wide = options.lineCharacters();
  }

  int line() {
    return narrow * wide;
  }

  int of(CharSequence text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      if (!Scripts.isZeroWidth(c)) {
        width += Scripts.isWide(c) ? wide : narrow;
      }
      i += Character.charCount(c);
    }
    return width;
  }

  /** The room of the gap between two words. */
  int between(String left, String right) {
    return of(Words.separator(left, right));
  }

  /** Characters to read, a wide one as two. */
  static int readingLength(CharSequence text) {
    return text.codePoints()
        .map(c -> Scripts.isZeroWidth(c) || c == ' ' ? 0 : Scripts.isWide(c) ? 2 : 1)
        .sum();
  }
}
