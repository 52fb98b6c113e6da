package io.vidgen.testkit.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads and writes JSON so that numbers stay as they were, and goes through its texts. */
final class JsonTexts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonTexts() {}

  /** Empty when it is no JSON, or more than one value. */
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static String write(JsonNode value) {
    return written(MAPPER, value);
  }

  /** For people, one field a line. */
  static String pretty(JsonNode value) {
    return written(MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build(), value)
        + "\n";
  }

  /** The same value with its fields sorted. */
  static JsonNode sorted(JsonNode value) {
    if (value instanceof ObjectNode object) {
      var copy = NODES.objectNode();
      var names = new TreeSet<String>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> copy.set(name, sorted(object.get(name))));
      return copy;
    } else if (value instanceof ArrayNode list) {
      var copy = NODES.arrayNode();
      list.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return value;
  }

  /** Every text, by the name of the field that it is in or whose list it is in. */
  static JsonNode mapped(JsonNode value, BiFunction<String, String, JsonNode> mapping) {
    return mapped("", value, mapping);
  }

  private static JsonNode mapped(
      String name, JsonNode value, BiFunction<String, String, JsonNode> mapping) {
    if (value instanceof ObjectNode object) {
      var copy = NODES.objectNode();
      object
          .properties()
          .forEach(
              field -> copy.set(field.getKey(), mapped(field.getKey(), field.getValue(), mapping)));
      return copy;
    } else if (value instanceof ArrayNode list) {
      var copy = NODES.arrayNode();
      list.forEach(element -> copy.add(mapped(name, element, mapping)));
      return copy;
    }
    return value.isTextual() ? mapping.apply(name, value.asText()) : value;
  }

  private static String written(JsonMapper mapper, JsonNode value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON value cannot be written", e);
    }
  }
}
