package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the texts of queries, headers and forms into the JSON values that a schema speaks of. A
 * text such as {@code 5} can mean a number, a string or a list of one: what fits the schema is
 * meant.
 */
final class FieldReader {
  private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();
  private static final String LIST_SUFFIX = "[]";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final Source source;
  private final Schemas schemas;

  FieldReader(Source source, Schemas schemas) {
    this.source = source;
    this.schemas = schemas;
  }

  /** The value of one field that fits, or else the plainest one. */
  JsonNode value(JsonNode schema, List<Fields.Value> values, boolean list) {
    var candidates = candidates(values, list || source.resolved(schema).has("items"));
    return candidates.stream()
        .filter(candidate -> schemas.fits(schema, candidate))
        .findFirst()
        .orElse(candidates.get(0));
  }

  /** A form as an object. Names with {@code []} mean lists, with or without it in the document. */
  ObjectNode object(JsonNode schema, Fields fields) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var entry : fields.byName().entrySet()) {
      var name = entry.getKey();
      boolean list = name.endsWith(LIST_SUFFIX);
      var property = property(schema, name);
      if (list && property.isEmpty()) {
        name = name.substring(0, name.length() - LIST_SUFFIX.length());
        property = property(schema, name);
      }
      object.set(name, value(property.orElse(ANYTHING), entry.getValue(), list));
    }
    return object;
  }

  /** The schema of a property, wherever it stands among alternatives. */
  Optional<JsonNode> property(JsonNode schema, String name) {
    return property(schema, name, 0);
  }

  private Optional<JsonNode> property(JsonNode schema, String name, int depth) {
    var here = source.resolved(schema);
    if (here.path("properties").has(name)) {
      return Optional.of(here.path("properties").get(name));
    }
    if (depth > 10) {
      return Optional.empty();
    }
    for (var combination : List.of("allOf", "anyOf", "oneOf")) {
      for (var part : here.path(combination)) {
        var found = property(part, name, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a property's bytes are a file. */
  boolean isFile(JsonNode property) {
    var here = source.resolved(property);
    if (here.path("format").asText().equals("binary")) {
      return true;
    }
    for (var combination : List.of("anyOf", "oneOf", "allOf")) {
      for (var part : here.path(combination)) {
        if (isFile(part)) {
          return true;
        }
      }
    }
    return here.has("items") && isFile(here.get("items"));
  }

  private static List<JsonNode> candidates(List<Fields.Value> values, boolean list) {
    var typed = values.stream().map(FieldReader::typed).toList();
    var texts = values.stream().map(value -> (JsonNode) TextNode.valueOf(value.text())).toList();
    var all = new LinkedHashSet<JsonNode>();
    if (values.size() == 1 && !list) {
      all.add(typed.get(0));
      all.add(texts.get(0));
    }
    all.add(array(typed));
    all.add(array(texts));
    if (values.size() == 1 && values.get(0).text().contains(",")) {
      var parts = new ArrayList<Fields.Value>();
      for (var part : values.get(0).text().split(",", -1)) {
        parts.add(new Fields.Value(part, false, ""));
      }
      all.add(array(parts.stream().map(FieldReader::typed).toList()));
    }
    return List.copyOf(all);
  }

  private static JsonNode array(List<JsonNode> elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }

  private static JsonNode typed(Fields.Value value) {
    var text = value.text();
    boolean json =
        MediaTypes.isJson(value.type())
            || text.startsWith("{")
            || text.startsWith("[")
            || text.equals("true")
            || text.equals("false")
            || NUMBER.matcher(text).matches();
    if (value.file() || !json) {
      return TextNode.valueOf(text);
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
