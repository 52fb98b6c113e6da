package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fills any JSON Schema with a story: fields are recognised by their names, all others get what
 * their type allows.
 */
final class SchemaFiller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 12;

  private final JsonNode root;

  SchemaFiller(JsonNode root) {
    this.root = root;
  }

  JsonNode fill(Story story) {
    return fill(root, "", story, null, 0, 0);
  }

  private JsonNode fill(
      JsonNode raw, String name, Story story, Story.@Nullable Scene scene, int number, int depth) {
    var schema = resolve(raw);
    if (depth > DEEPEST) {
      return NullNode.getInstance();
    }
    if (schema.has("const")) {
      return schema.path("const");
    } else if (schema.path("enum").size() > 0) {
      return chosen(schema.path("enum"), text(name, story, scene));
    }
    return switch (type(schema)) {
      case "object" -> {
        var node = JSON.createObjectNode();
        schema
            .path("properties")
            .properties()
            .forEach(
                p ->
                    node.set(
                        p.getKey(),
                        fill(p.getValue(), p.getKey(), story, scene, number, depth + 1)));
        yield node;
      }
      case "array" -> array(schema, name, story, scene, number, depth);
      case "integer" -> JSON.getNodeFactory().numberNode(integer(schema, name, scene, number));
      case "number" -> JSON.getNodeFactory().numberNode(integer(schema, name, scene, number));
      case "boolean" -> JSON.getNodeFactory().booleanNode(false);
      case "null" -> NullNode.getInstance();
      default -> JSON.getNodeFactory().textNode(cut(text(name, story, scene), schema));
    };
  }

  private JsonNode array(
      JsonNode schema,
      String name,
      Story story,
      Story.@Nullable Scene scene,
      int number,
      int depth) {
    var array = JSON.createArrayNode();
    var items = schema.path("items");
    if (scene == null && !isCast(name)) {
      int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
      int count = Math.min(most, story.scenes().size());
      for (int i = 0; i < count; i++) {
        array.add(fill(items, name, story, story.scenes().get(i), i + 1, depth + 1));
      }
    } else {
      int count = Math.max(1, schema.path("minItems").asInt(1));
      for (int i = 0; i < count; i++) {
        array.add(fill(items, name, story, scene, number, depth + 1));
      }
    }
    return array;
  }

  private static boolean isCast(String name) {
    return contains(name, "character", "tag", "keyword", "style");
  }

  private JsonNode resolve(JsonNode schema) {
    var node = schema;
    for (int i = 0; i < DEEPEST; i++) {
      if (node.hasNonNull("$ref")) {
        node = root.at(node.path("$ref").asText().replaceFirst("^#", ""));
      } else if (node.path("anyOf").isArray()) {
        node = firstReal(node.path("anyOf"));
      } else if (node.path("oneOf").isArray()) {
        node = firstReal(node.path("oneOf"));
      } else {
        return node;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode firstReal(JsonNode choices) {
    for (JsonNode choice : choices) {
      if (!choice.path("type").asText().equals("null")) {
        return choice;
      }
    }
    return choices.path(0);
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    List<String> names = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(t -> names.add(t.asText()));
      names.remove("null");
    } else {
      names.add(type.asText(schema.has("properties") ? "object" : "string"));
    }
    return names.isEmpty() ? "null" : names.get(0).toLowerCase(Locale.ROOT);
  }

  private static JsonNode chosen(JsonNode values, String wish) {
    for (JsonNode value : values) {
      if (value.asText().equalsIgnoreCase(wish)) {
        return value;
      }
    }
    return values.path(0);
  }

  private static int integer(
      JsonNode schema, String name, Story.@Nullable Scene scene, int number) {
    int wish =
        contains(name, "clip") && scene != null
            ? scene.clips()
            : contains(name, "second", "duration")
                ? 8
                : contains(name, "number", "index", "scene", "id", "order", "bloc") ? number : 1;
    int least = schema.path("minimum").asInt(Integer.MIN_VALUE);
    int most = schema.path("maximum").asInt(Integer.MAX_VALUE);
    return Math.max(least, Math.min(most, wish));
  }

  private static String text(String name, Story story, Story.@Nullable Scene scene) {
    if (scene == null) {
      return contains(name, "title")
          ? story.title()
          : contains(name, "lang")
              ? story.language()
              : contains(name, "character", "name") && !story.scenes().isEmpty()
                  ? story.scenes().get(0).speaker()
                  : "A story about " + story.theme();
    } else if (contains(name, "speaker", "character", "name", "who")) {
      return scene.speaker();
    } else if (contains(name, "direction", "tone", "emotion", "delivery", "manner")) {
      return scene.direction();
    } else if (contains(name, "heading", "title")) {
      return scene.heading();
    } else if (contains(name, "text", "line", "words", "dialogue", "say", "spoken", "caption")) {
      return scene.words();
    } else if (contains(name, "sound", "audio", "music", "ambien", "noise")) {
      return scene.sound();
    }
    return scene.visual();
  }

  private static boolean contains(String name, String... words) {
    var lower = name.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String text, JsonNode schema) {
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    int least = schema.path("minLength").asInt(0);
    var cut = text.substring(0, Math.min(most, text.length()));
    return cut.length() < least ? cut + ".".repeat(least - cut.length()) : cut;
  }
}
