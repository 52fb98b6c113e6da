package io.vidgen.script;

import org.jspecify.annotations.Nullable;

/**
 * The label at the start of a line of a block script.
 *
 * @param field what it labels
 * @param word the label as written, for messages
 * @param note what stood in parentheses after it, empty for nothing
 * @param value where the value starts on the line
 */
record BlockLabel(FieldLabel field, String word, String note, int value) {

  private static final int LONGEST = 40;

  static @Nullable BlockLabel find(BlockLine line) {
    String raw = line.raw();
    int start = line.words();
    int end = labelEnd(raw, start);
    String label = Words.trim(raw.substring(start, end).replace("*", "").replace("_", ""));
    FieldLabel field = field(label);
    if (field == null) {
      return null;
    }
    int i = skipMarks(raw, end);
    String note = "";
    if (i < raw.length() && raw.charAt(i) == '(') {
      int close = raw.indexOf(')', i);
      if (close < 0 || close - i > LONGEST) {
        return null;
      }
      note = raw.substring(i + 1, close);
      i = skipMarks(raw, close + 1);
    }
    if (i >= raw.length()) {
      return isAlone(line, label) ? new BlockLabel(field, label, note, i) : null;
    }
    char c = raw.charAt(i);
    boolean colon = c == ':' || c == '\uFF1A';
    boolean dash = (c == '-' || c == '–' || c == '—') && isMarked(raw, start, end, label);
    return colon || dash ? new BlockLabel(field, label, note, skipMarks(raw, i + 1)) : null;
  }

  /**
   * The end of what can be a label: at a colon, a parenthesis, a dash between spaces, or the end.
   */
  private static int labelEnd(String raw, int start) {
    int limit = Math.min(raw.length(), start + LONGEST);
    for (int i = start; i < limit; i++) {
      char c = raw.charAt(i);
      boolean dash = c == '-' || c == '–' || c == '—';
      if (c == ':'
          || c == '\uFF1A'
          || c == '('
          || (dash && i > start && Words.isSpace(raw.charAt(i - 1)))) {
        return i;
      }
    }
    return limit;
  }

  /** Also finds the field of two labels in one, "VISUEL / ACTION" or "Audio & SFX". */
  private static @Nullable FieldLabel field(String label) {
    FieldLabel field = FieldLabel.find(label);
    if (field != null) {
      return field;
    }
    for (int i = 0; i < label.length(); i++) {
      if ("/&+|".indexOf(label.charAt(i)) >= 0) {
        FieldLabel left = FieldLabel.find(label.substring(0, i));
        return left != null ? left : FieldLabel.find(label.substring(i + 1));
      }
    }
    return null;
  }

  /** A label without a colon counts only when it looks like one: heading, bold or capitals. */
  private static boolean isAlone(BlockLine line, String label) {
    return line.isStrong() || isUpper(label);
  }

  private static boolean isMarked(String raw, int start, int end, String label) {
    return isUpper(label)
        || (start >= 2
            && raw.startsWith("**", start - 2)
            && raw.substring(start, end).contains("**"));
  }

  private static boolean isUpper(String label) {
    return label.chars().noneMatch(Character::isLowerCase);
  }

  private static int skipMarks(String raw, int from) {
    int i = from;
    // One "*" or "_" may open emphasis inside the value; a closing pair of the label is skipped.
    while (i < raw.length()
        && (Words.isSpace(raw.charAt(i)) || raw.charAt(i) == '*' || raw.charAt(i) == '_')) {
      i++;
    }
    return i;
  }
}
