package io.vidgen.google.internal.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.script.ScriptForm;
import io.vidgen.script.ScriptOptions;
import io.vidgen.script.ScriptParseException;
import io.vidgen.script.ScriptParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an answer in either form, whichever was asked for: JSON, also in a code fence or between
 * sentences, or scene blocks.
 */
final class DraftReader {

  private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);

  /** A number of clips that no script has; keeps sums small. */
  private static final int MANY = 1000;

  private DraftReader() {}

  /** The draft; empty when the answer is neither form. */
  static Optional<Draft> read(String answer, Locale language) {
    return json(answer).or(() -> blocks(answer, language));
  }

  private static Optional<Draft> json(String answer) {
    for (int start : List.of(answer.indexOf('{'), answer.indexOf('['))) {
      if (start >= 0) {
        try {
          var draft = draft(JSON.readTree(answer.substring(start)));
          if (draft.isPresent()) {
            return draft;
          }
        } catch (JsonProcessingException e) {
          // Perhaps it begins elsewhere, or is another form.
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Draft> draft(JsonNode root) {
    var scenes = root.isArray() ? root : root.path("scenes");
    if (!scenes.isArray()) {
      return Optional.empty();
    }
    var list = new ArrayList<Scene>();
    scenes.forEach(scene -> list.add(scene(scene)));
    return Optional.of(new Draft(text(root, "title"), list));
  }

  private static Scene scene(JsonNode node) {
    int clips = Math.min(MANY, Math.max(1, node.path("clips").asInt(1)));
    return new Scene(
        text(node, "heading"),
        lines(node.path("dialogue")),
        text(node, "visual"),
        text(node, "sound"),
        null,
        null,
        null,
        clips);
  }

  private static List<DialogueLine> lines(JsonNode dialogue) {
    var lines = new ArrayList<DialogueLine>();
    for (var line : dialogue) {
      var text = line.isTextual() ? line.textValue() : text(line, "text");
      if (!text.isBlank()) {
        lines.add(new DialogueLine(text(line, "speaker"), text(line, "direction"), text));
      }
    }
    return lines;
  }

  private static String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() ? value.textValue().strip() : "";
  }

  private static Optional<Draft> blocks(String answer, Locale language) {
    try {
      var parser = ScriptParser.of(ScriptOptions.builder().language(language).build());
      if (parser.detect(answer) != ScriptForm.BLOCKS) {
        return Optional.empty();
      }
      var script = parser.parseBlocks(answer);
      return Optional.of(new Draft(script.title(), script.scenes()));
    } catch (ScriptParseException e) {
      return Optional.empty();
    }
  }
}
