package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.List;
import java.util.stream.Collectors;

/** Short ways to say what a script should be. */
final class Samples {

  private Samples() {}

  static Script parse(String text) {
    return ScriptParser.ofDefaults().parse(text);
  }

  /** The lines of all scenes as {@code speaker|direction|text}. */
  static List<String> lines(Script script) {
    return script.scenes().stream()
        .flatMap(scene -> scene.dialogue().stream())
        .map(Samples::line)
        .collect(Collectors.toList());
  }

  static String line(DialogueLine line) {
    return line.speaker() + "|" + line.direction() + "|" + line.text();
  }

  /** The lines of one dialogue field. */
  static List<String> dialogue(String value) {
    return lines(ScriptParser.ofDefaults().parseBlocks("BLOC 1:\nDIALOGUES: " + value));
  }

  static List<String> headings(Script script) {
    return script.scenes().stream().map(Scene::heading).collect(Collectors.toList());
  }

  static List<String> visuals(Script script) {
    return script.scenes().stream().map(Scene::visual).collect(Collectors.toList());
  }
}
