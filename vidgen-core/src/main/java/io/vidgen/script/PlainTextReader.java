package io.vidgen.script;

import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads running text: paragraphs are scenes, lines of a paragraph are one text. */
final class PlainTextReader {

  private final SourceText source;
  private final ScriptOptions options;
  private final ScriptAssembler assembler;
  private String title = "";

  PlainTextReader(SourceText source, ScriptOptions options) {
    this.source = source;
    this.options = options;
    this.assembler = new ScriptAssembler(options);
  }

  Script read() {
    List<String> lines = source.lines();
    StringBuilder paragraph = new StringBuilder();
    int first = 0;
    for (int i = title(); i < lines.size(); i++) {
      String line = lines.get(i);
      if (Words.isBlank(line) || isFence(line)) {
        flush(paragraph, first);
      } else {
        if (paragraph.isEmpty()) {
          first = i;
        }
        paragraph.append(line).append('\n');
      }
    }
    flush(paragraph, first);
    Locale language = Objects.requireNonNullElse(options.language(), Locale.ENGLISH);
    return assembler.finish(title, language, "write at least one sentence");
  }

  /** Takes the title from the first line that is not blank; returns the line after it. */
  private int title() {
    List<String> lines = source.lines();
    int i = 0;
    while (i < lines.size() && (Words.isBlank(lines.get(i)) || isFence(lines.get(i)))) {
      i++;
    }
    if (i == lines.size()) {
      return i;
    }
    String line = Words.trim(lines.get(i));
    if (line.equals("#") || line.startsWith("# ")) {
      title = Words.cleanLine(line.substring(1));
      return i + 1;
    }
    return i;
  }

  private void flush(StringBuilder paragraph, int firstLine) {
    String text = Words.cleanLine(paragraph.toString());
    paragraph.setLength(0);
    // A paragraph of "---" or "* * *" separates, and no voice can say it.
    if (Words.hasLetterOrDigit(text)) {
      assembler.add(Scene.narrated(text), new Position(firstLine + 1, 1));
    }
  }

  private static boolean isFence(String line) {
    return Words.trim(line).startsWith("```");
  }
}
