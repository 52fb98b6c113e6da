package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a body field by field and collects what is wrong, as D-ID reports it. */
final class BodyCheck {
  private final Map<String, String> problems = new LinkedHashMap<>();

  Map<String, String> problems() {
    return problems;
  }

  boolean failed() {
    return !problems.isEmpty();
  }

  void problem(String path, String message) {
    problems.putIfAbsent(path, message);
  }

  /** Refuses fields that the vendor's document does not list. */
  void closed(JsonNode object, String path, Collection<String> allowed) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                problem(path + "." + name, "\"" + name + "\" is an excess property");
              }
            });
  }

  /** An object that may be missing. */
  Optional<JsonNode> object(JsonNode parent, String path, String name) {
    var node = parent.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isObject()) {
      problem(path + "." + name, "invalid object");
      return Optional.empty();
    }
    return Optional.of(node);
  }

  void required(JsonNode parent, String path, String name) {
    if (!parent.has(name)) {
      problem(path + "." + name, "'" + name + "' is required");
    }
  }

  Optional<String> text(JsonNode parent, String path, String name, Pattern pattern) {
    var node = parent.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      problem(path + "." + name, "invalid string value");
      return Optional.empty();
    }
    if (!pattern.matcher(node.asText()).find()) {
      problem(path + "." + name, "Not match in '" + pattern + "'");
    }
    return Optional.of(node.asText());
  }

  Optional<String> choice(JsonNode parent, String path, String name, List<String> values) {
    var node = parent.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual() || !values.contains(node.asText())) {
      problem(
          path + "." + name,
          "should be one of the following; ['" + String.join("','", values) + "']");
      return Optional.empty();
    }
    return Optional.of(node.asText());
  }

  void flag(JsonNode parent, String path, String name) {
    if (parent.has(name) && !parent.get(name).isBoolean()) {
      problem(path + "." + name, "invalid boolean value");
    }
  }

  double number(
      JsonNode parent, String path, String name, double least, double most, double otherwise) {
    var node = parent.get(name);
    if (node == null) {
      return otherwise;
    }
    if (!node.isNumber()) {
      problem(path + "." + name, "invalid float number");
    } else if (node.asDouble() < least) {
      problem(path + "." + name, "min " + least);
    } else if (node.asDouble() > most) {
      problem(path + "." + name, "max " + most);
    }
    return node.asDouble();
  }
}
