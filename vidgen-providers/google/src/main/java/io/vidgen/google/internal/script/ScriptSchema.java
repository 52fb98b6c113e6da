package io.vidgen.google.internal.script;

import java.util.List;
import java.util.Map;

/** The JSON Schema of an answer, of the subset that Gemini documents for responseJsonSchema. */
final class ScriptSchema {

  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private ScriptSchema() {}

  /** The schema for a script of so many scenes. */
  static Map<String, Object> of(Shape shape) {
    var line = object(Map.of("speaker", TEXT, "direction", TEXT, "text", TEXT), "speaker", "text");
    var scene =
        object(
            Map.of(
                "heading",
                TEXT,
                "dialogue",
                Map.of("type", "array", "items", line),
                "visual",
                TEXT,
                "sound",
                TEXT,
                "clips",
                Map.of("type", "integer", "minimum", 1)),
            "heading",
            "dialogue",
            "visual",
            "sound",
            "clips");
    var scenes =
        shape.exact()
            ? Map.of(
                "type",
                "array",
                "items",
                scene,
                "minItems",
                shape.scenes(),
                "maxItems",
                shape.scenes())
            : Map.of("type", "array", "items", scene);
    return object(Map.of("title", TEXT, "scenes", scenes), "title", "scenes");
  }

  private static Map<String, Object> object(Map<String, Object> properties, String... required) {
    return Map.of(
        "type", "object", "properties", properties, "required", List.of(required));
  }
}
