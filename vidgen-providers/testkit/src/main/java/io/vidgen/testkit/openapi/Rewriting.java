package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Rewrites schemas so that exchanges can be held against them. A reader must accept properties and
 * values that a document does not list, since vendors add them at any time; what they send is still
 * checked for types and required properties.
 */
final class Rewriting {
  /** Its values are schemas by name, and the names are anybody's. */
  private static final Set<String> MAPS = Set.of("properties", "patternProperties", "schemas");

  private static final Set<String> PLAIN =
      Set.of("enum", "const", "default", "example", "examples", "required");

  private Rewriting() {}

  /**
   * Without {@code discriminator}, which only helps to find an alternative that is tried anyway,
   * and with {@code anyOf} for {@code oneOf}: the alternatives of real documents overlap.
   */
  static JsonNode strict(JsonNode schema) {
    return rewritten(schema, false);
  }

  static JsonNode loose(JsonNode schema) {
    return rewritten(schema, true);
  }

  private static JsonNode rewritten(JsonNode node, boolean loose) {
    if (node instanceof ArrayNode list) {
      var copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> copy.add(rewritten(element, loose)));
      return copy;
    }
    return node instanceof ObjectNode object ? ofSchema(object, loose) : node;
  }

  private static ObjectNode ofSchema(ObjectNode schema, boolean loose) {
    var copy = JsonNodeFactory.instance.objectNode();
    for (var entry : schema.properties()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (name.equals("discriminator") || (loose && isClosing(name, value, schema))) {
        continue;
      }
      if (MAPS.contains(name) && value.isObject()) {
        var map = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(one -> map.set(one.getKey(), rewritten(one.getValue(), loose)));
        copy.set(name, map);
      } else if (PLAIN.contains(name)) {
        copy.set(name, value);
      } else {
        copy.set(
            name.equals("oneOf") && !schema.has("anyOf") ? "anyOf" : name, rewritten(value, loose));
      }
    }
    return copy;
  }

  private static boolean isClosing(String name, JsonNode value, ObjectNode schema) {
    return (name.equals("additionalProperties") && value.isBoolean() && !value.asBoolean())
        || (name.equals("enum") && schema.has("type"));
  }
}
