package io.vidgen.script;

import java.util.ArrayList;
import java.util.List;

/** The text of a script cut into lines, so that each place can be named by line and column. */
record SourceText(String text, List<String> lines, List<Integer> starts) {

  static SourceText of(String text) {
    List<String> lines = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineBreak(c)) {
        lines.add(text.substring(start, i));
        starts.add(start);
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    starts.add(start);
    return new SourceText(text, List.copyOf(lines), List.copyOf(starts));
  }

  Position positionAt(int index) {
    int line = 0;
    while (line + 1 < starts.size() && starts.get(line + 1) <= index) {
      line++;
    }
    return new Position(line + 1, index - starts.get(line) + 1);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
