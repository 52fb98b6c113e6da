package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A kind of object in a request, read as strictly as Google's servers read JSON into protocol
 * messages: names that it does not have and values of other types are refused.
 *
 * @param name of the message
 * @param fields by their names in camel case
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON format</a>
 */
record Message(String name, Map<String, Field> fields) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final Field ANY = (value, path) -> value;
  static final Field STRING = typed("TYPE_STRING", JsonNode::isTextual);
  static final Field BOOL = typed("TYPE_BOOL", JsonNode::isBoolean);
  static final Field NUMBER = Message::number;
  static final Field INTEGER = Message::integer;
  static final Field BYTES = Message::bytes;

  /** One field's value. */
  @FunctionalInterface
  interface Field {
    /** The value in its usual form, or a refusal that names the path. */
    JsonNode read(JsonNode value, String path) throws Refusal;
  }

  @FunctionalInterface
  private interface Test {
    boolean holds(JsonNode value);
  }

  /** Copies the map. */
  Message {
    fields = Map.copyOf(fields);
  }

  /** The object with its names in camel case, without those that are null. */
  ObjectNode read(JsonNode node, String path) throws Refusal {
    if (!node.isObject()) {
      throw new Refusal(GoogleErrors.wrongValue(path, name, node));
    }
    var read = NODES.objectNode();
    for (var entry : node.properties()) {
      var camel = camel(entry.getKey());
      var field = fields.get(camel);
      if (field == null) {
        throw new Refusal(GoogleErrors.unknownName(path, entry.getKey()));
      } else if (!entry.getValue().isNull()) {
        read.set(camel, field.read(entry.getValue(), below(path, camel)));
      }
    }
    return read;
  }

  private static String below(String path, String name) {
    var snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return path.isEmpty() ? snake : path + "." + snake;
  }

  private static String camel(String name) {
    var camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean isBreak = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
      camel.append(isBreak ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return camel.toString();
  }

  static Field one(Supplier<Message> message) {
    return (value, path) -> message.get().read(value, path);
  }

  static Field many(Field each) {
    return (value, path) -> {
      if (!value.isArray()) {
        throw new Refusal(GoogleErrors.wrongValue(path, "a list", value));
      }
      var read = NODES.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        read.add(each.read(value.path(i), path + "[" + i + "]"));
      }
      return read;
    };
  }

  /** Values by names that may be any. */
  static Field named(Field each) {
    return (value, path) -> {
      if (!value.isObject()) {
        throw new Refusal(GoogleErrors.wrongValue(path, "a map", value));
      }
      var read = NODES.objectNode();
      for (var entry : value.properties()) {
        read.set(entry.getKey(), each.read(entry.getValue(), path + "." + entry.getKey()));
      }
      return read;
    };
  }

  /** One of some words, in any case. */
  static Field word(String type, String... words) {
    return (value, path) -> {
      if (!value.isTextual() || !List.of(words).contains(value.asText().toUpperCase(Locale.ROOT))) {
        throw new Refusal(
            GoogleErrors.wrongValue(
                path, "type.googleapis.com/google.ai.generativelanguage.v1beta." + type, value));
      }
      return NODES.textNode(value.asText().toUpperCase(Locale.ROOT));
    };
  }

  private static Field typed(String type, Test test) {
    return (value, path) -> {
      if (!test.holds(value)) {
        throw new Refusal(GoogleErrors.wrongValue(path, type, value));
      }
      return value;
    };
  }

  private static JsonNode number(JsonNode value, String path) throws Refusal {
    try {
      if (value.isNumber() || value.isTextual()) {
        return NODES.numberNode(Double.parseDouble(value.asText()));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refusal(GoogleErrors.wrongValue(path, "TYPE_FLOAT", value));
  }

  private static JsonNode integer(JsonNode value, String path) throws Refusal {
    try {
      if (value.isNumber() || value.isTextual()) {
        return NODES.numberNode(
            value.isTextual() ? Integer.parseInt(value.asText()) : exact(value));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // said below
    }
    throw new Refusal(GoogleErrors.wrongValue(path, "TYPE_INT32", value));
  }

  private static int exact(JsonNode value) {
    return value.decimalValue().intValueExact();
  }

  private static JsonNode bytes(JsonNode value, String path) throws Refusal {
    try {
      if (value.isTextual()) {
        return NODES.binaryNode(Base64.getDecoder().decode(value.asText()));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new Refusal(GoogleErrors.wrongValue(path, "TYPE_BYTES", value));
  }
}
