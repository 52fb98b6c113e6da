package io.vidgen.script;

import org.jspecify.annotations.Nullable;

/**
 * One line of a block script, with its decoration (bullet, numbering, emphasis, emoji) told apart
 * from its words.
 *
 * @param number the line, from 1
 * @param raw the line as written
 * @param content where the text after indentation, bullet and numbering starts
 * @param words where the first word starts, after emphasis and symbols too
 * @param hashes the level of a Markdown heading, 0 for none
 * @param bullet whether it is an item of a list
 */
record BlockLine(int number, String raw, int content, int words, int hashes, boolean bullet) {

  private static final String BULLETS = "-*•–—‣▪●◦·+";

  static BlockLine of(String raw, int number) {
    int i = 0;
    int hashes = 0;
    boolean bullet = false;
    boolean more = true;
    while (more && i < raw.length()) {
      char c = raw.charAt(i);
      if (Words.isSpace(c) || c == '>') {
        i++;
      } else if (c == '#') {
        hashes++;
        i++;
      } else if (BULLETS.indexOf(c) >= 0 && isBulletAt(raw, i)) {
        bullet = true;
        i++;
      } else {
        int end = numbering(raw, i);
        more = end > i;
        bullet |= more;
        i = end;
      }
    }
    return new BlockLine(number, raw, i, firstWord(raw, i), Math.min(hashes, 6), bullet);
  }

  boolean isBlank() {
    return Words.isBlank(raw);
  }

  boolean isFence() {
    String text = Words.trim(raw);
    return text.startsWith("```") || text.startsWith("~~~");
  }

  /** A horizontal rule: three or more of one mark and nothing else. */
  boolean isRule() {
    String text = Words.trim(raw).replace(" ", "");
    return text.length() >= 3
        && "-*_=—–".indexOf(text.charAt(0)) >= 0
        && text.chars().allMatch(c -> c == text.charAt(0));
  }

  boolean isIndented() {
    return !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t');
  }

  /** Whether all words are emphasised or the line is a Markdown heading. */
  boolean isStrong() {
    String text = Words.trim(raw.substring(content));
    return hashes > 0
        || (text.length() > 4
            && text.startsWith("**")
            && text.indexOf("**", 2) >= text.length() - 3)
        || (text.length() > 4 && text.startsWith("__") && text.endsWith("__"));
  }

  Position at(int index) {
    return new Position(number, index + 1);
  }

  Position start() {
    return at(words < raw.length() ? words : 0);
  }

  @Nullable BlockLabel label() {
    return BlockLabel.find(this);
  }

  private static boolean isBulletAt(String raw, int i) {
    char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
    char c = raw.charAt(i);
    // "-DIALOGUES" is a bullet; "--" a rule, "*word*" and "**word**" emphasis.
    return Words.isSpace(next) || (c != '*' && c != '+' && next != c && !Character.isDigit(next));
  }

  private static int numbering(String raw, int from) {
    int i = from;
    while (i < raw.length() && i - from < 3 && Character.isDigit(raw.charAt(i))) {
      i++;
    }
    boolean numbered =
        i > from
            && i + 1 < raw.length()
            && (raw.charAt(i) == '.' || raw.charAt(i) == ')')
            && Words.isSpace(raw.charAt(i + 1));
    return numbered ? i + 1 : from;
  }

  private static int firstWord(String raw, int from) {
    int i = from;
    while (i < raw.length()) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean keycap =
          next < raw.length() && (raw.charAt(next) == '\uFE0F' || raw.charAt(next) == '\u20E3');
      if (!keycap && (Character.isLetterOrDigit(c) || "\"'“”„«»‹›‘’「『(¿¡…".indexOf(c) >= 0)) {
        return i;
      }
      i = next;
    }
    return i;
  }
}
