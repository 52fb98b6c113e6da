package io.vidgen.script;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a block script says before its first scene.
 *
 * @param title the title, empty for none
 * @param language the language it names, null for none
 */
record BlockPreamble(String title, @Nullable Locale language) {

  static BlockPreamble read(BlockLines lines, int end) {
    String title = "";
    int rank = 0;
    Locale language = null;
    for (int i = 0; i < end; i++) {
      BlockLine line = lines.get(i);
      BlockLabel label = lines.label(i);
      FieldLabel field = label == null ? null : label.field();
      if (label != null && field == FieldLabel.LANGUAGE) {
        String value = Markup.plain(line.raw().substring(label.value()));
        language = Languages.parse(value, label.word(), line.at(label.value()));
      } else if (label != null && field == FieldLabel.DIALOGUE && end < lines.size()) {
        throw new ScriptParseException(
            line.start(),
            label.word() + " stands before the first heading",
            "put a heading such as \"BLOC 1:\" above it");
      }
      int better = rank(line, field);
      if (better > rank) {
        int from = label != null && field == FieldLabel.TITLE ? label.value() : line.content();
        String value = line.raw().substring(from);
        boolean escaped = Words.trim(value).startsWith("\\");
        title = escaped ? Markup.plain(value) : unquoted(Markup.plain(value));
        rank = better;
      }
    }
    return new BlockPreamble(title, language);
  }

  /** How sure it is that the line is the title; 0 when it is not. */
  private static int rank(BlockLine line, @Nullable FieldLabel field) {
    if (line.isBlank() || line.isRule() || line.isFence()) {
      return 0;
    }
    if (field == FieldLabel.TITLE) {
      return 4;
    }
    if (field != null || Words.trim(line.raw()).matches(".*[:：][*_ ]*")) {
      // "## Voici le script :" announces, it is no title.
      return 0;
    }
    return line.hashes() == 1 ? 3 : line.hashes() > 1 ? 2 : line.isStrong() ? 1 : 0;
  }

  private static String unquoted(String title) {
    boolean quoted =
        title.length() > 2 && Quotes.isPair(title.charAt(0), title.charAt(title.length() - 1));
    return quoted ? Words.trim(title.substring(1, title.length() - 1)) : title;
  }
}
