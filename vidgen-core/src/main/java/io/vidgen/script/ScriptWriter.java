package io.vidgen.script;

import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.Objects;

/**
 * Writes a script in one of the three forms. Stateless and thread-safe.
 *
 * <p>Texts are expected as {@link ScriptParser} gives them: trimmed, without control characters.
 */
public final class ScriptWriter {

  private ScriptWriter() {}

  /**
   * Writes a script.
   *
   * @param script the script
   * @param form the form
   * @return the text, lines ended by {@code \n}
   */
  public static String write(Script script, ScriptForm form) {
    return switch (form) {
      case PLAIN -> toPlainText(script);
      case BLOCKS -> toBlocks(script);
      case JSON -> toJson(script);
    };
  }

  /**
   * Writes JSON, indented. It carries everything: {@link ScriptParser#parseJson} gives an equal
   * script (a relative media path stays relative; for an absolute one the parser needs {@link
   * ScriptOptions#mediaFolder()}, or a file and {@link ScriptParser#parse(java.nio.file.Path)}).
   *
   * @param script the script
   * @return the JSON
   */
  public static String toJson(Script script) {
    return JsonScriptWriter.write(script);
  }

  /**
   * Writes the scene-block form with French labels for a French script, else English ones.
   *
   * <p>It carries all but this: line breaks inside a text become spaces; a heading that does not
   * start with a word such as BLOC or SCENE is written behind one; an empty {@code say} or {@code
   * caption} is left out; and a speaker whose name looks like words that say how is read back as
   * such.
   *
   * @param script the script
   * @return the blocks
   */
  public static String toBlocks(Script script) {
    return new BlockScriptWriter(script).write();
  }

  /**
   * Writes plain text: the title and what is said, a blank line between scenes. Who says it, what
   * is seen and heard, and scenes without words are lost. Read it back with {@link
   * ScriptParser#parsePlainText}.
   *
   * @param script the script
   * @return the text, empty when nobody says anything and there is no title
   */
  public static String toPlainText(Script script) {
    Objects.requireNonNull(script, "script");
    StringBuilder text = new StringBuilder();
    if (!script.title().isEmpty()) {
      text.append("# ").append(Words.cleanLine(script.title())).append('\n');
    }
    for (Scene scene : script.scenes()) {
      String words = Words.cleanLine(scene.spokenText());
      if (words.isEmpty()) {
        continue;
      }
      if (text.isEmpty() && words.startsWith("#")) {
        // An empty title keeps a first sentence such as "# 1 is best" from becoming one.
        text.append("#\n");
      }
      text.append(text.isEmpty() ? "" : "\n").append(words).append('\n');
    }
    return text.toString();
  }
}
