package io.vidgen.script;

/**
 * Tells the three forms apart.
 *
 * @param form the form
 * @param jsonStart where the JSON starts in the text, after a preface; 0 for the other forms
 */
record FormDetector(ScriptForm form, int jsonStart) {

  static FormDetector detect(SourceText source) {
    int json = jsonStart(source);
    if (json >= 0) {
      return new FormDetector(ScriptForm.JSON, json);
    }
    boolean blocks = BlockLines.of(source.lines()).looksLikeBlocks();
    return new FormDetector(blocks ? ScriptForm.BLOCKS : ScriptForm.PLAIN, 0);
  }

  /** Where JSON starts: at the start of the text, in a code fence, or on a line after a preface. */
  static int jsonStart(SourceText source) {
    boolean first = true;
    boolean fenced = false;
    for (int i = 0; i < source.lines().size(); i++) {
      String line = source.lines().get(i);
      String text = Words.trim(line);
      if (!text.isEmpty()) {
        int start = source.starts().get(i) + line.indexOf(text);
        if ((first || fenced || text.charAt(0) == '{') && isJson(source.text(), start, first)) {
          return start;
        }
        fenced = text.startsWith("```") || text.startsWith("~~~");
        first = false;
      }
    }
    return -1;
  }

  private static boolean isJson(String text, int start, boolean first) {
    char c = text.charAt(start);
    int i = start + 1;
    while (i < text.length() && Words.isSpace(text.charAt(i))) {
      i++;
    }
    char next = i < text.length() ? text.charAt(i) : ' ';
    if (c == '{') {
      return first || next == '"' || next == '}';
    }
    return c == '[' && "{[\"]".indexOf(next) >= 0;
  }
}
