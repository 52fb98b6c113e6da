package io.vidgen.google.internal.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of an answer, of the subset that Gemini documents for responseJsonSchema. Names
 * keep their order, since the model writes them in it.
 */
final class ScriptSchema {

  /** The service refuses schemas with long lists of a fixed length as too complex. */
  private static final int LONGEST_FIXED = 12;

  private ScriptSchema() {}

  /** The schema for a script of so many scenes. */
  static Map<String, Object> of(Shape shape) {
    var line = fields();
    line.put("speaker", text("name of the character, empty for the narrator"));
    line.put("direction", text("how it is spoken, in English; may be empty"));
    line.put("text", text("only the words that are spoken"));
    var scene = fields();
    scene.put("heading", text("a short title"));
    scene.put("dialogue", list(object(line)));
    scene.put("visual", text("what is seen, in English, characters by name"));
    scene.put("sound", text("ambience and effects, in English"));
    scene.put("clips", Map.of("type", "integer", "minimum", 1));
    var scenes = list(object(scene));
    if (shape.exact() && shape.scenes() <= LONGEST_FIXED) {
      scenes.put("minItems", shape.scenes());
      scenes.put("maxItems", shape.scenes());
    }
    var script = fields();
    script.put("title", text("title of the video"));
    script.put("scenes", scenes);
    return object(script);
  }

  private static Map<String, Object> fields() {
    return new LinkedHashMap<>();
  }

  private static Map<String, Object> text(String description) {
    var text = fields();
    text.put("type", "string");
    text.put("description", description);
    return text;
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    var list = fields();
    list.put("type", "array");
    list.put("items", items);
    return list;
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    var object = fields();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", List.copyOf(properties.keySet()));
    return object;
  }
}
