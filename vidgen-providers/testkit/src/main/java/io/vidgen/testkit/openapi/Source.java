package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The document as it was read, and how its references are followed. */
final class Source {
  private static final int MOST_REFERENCES = 50;

  private final JsonNode root;

  private Source(JsonNode root) {
    this.root = root;
  }

  static Source read(Path file) throws IOException {
    JsonNode root;
    try (var in = Files.newInputStream(file)) {
      root = new JsonMapper().readTree(in);
    }
    var version = root.path("openapi").asText();
    if (!version.startsWith("3.0.") && !version.startsWith("3.1.")) {
      throw new IOException(
          file + " is no OpenAPI 3.0 or 3.1 document: its \"openapi\" is \"" + version + "\"");
    }
    if (!root.path("paths").isObject()) {
      throw new IOException(file + " has no \"paths\"");
    }
    return new Source(root);
  }

  boolean is31() {
    return root.path("openapi").asText().startsWith("3.1.");
  }

  JsonNode paths() {
    return root.path("paths");
  }

  /** Where references of schemas lead to. */
  JsonNode components() {
    return root.path("components");
  }

  /** Paths of the servers, such as {@code /v1}, without those that are empty. */
  List<String> basePaths() {
    var all = new ArrayList<String>();
    for (var server : root.path("servers")) {
      var url = server.path("url").asText();
      int host = url.indexOf("://");
      int slash = host < 0 ? 0 : url.indexOf('/', host + 3);
      var path = slash < 0 ? "" : url.substring(slash);
      if (path.length() > 1) {
        all.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
      }
    }
    return all;
  }

  JsonNode resolved(JsonNode node) {
    var here = node;
    for (int i = 0; here.path("$ref").isTextual(); i++) {
      var reference = here.path("$ref").asText();
      if (i == MOST_REFERENCES || !reference.startsWith("#/")) {
        throw new IllegalStateException("cannot follow $ref " + reference);
      }
      here = root.at(PathTemplate.decoded(reference.substring(1)));
    }
    return here;
  }

  /** The elements of both lists; those of the second replace equal ones of the first. */
  List<JsonNode> parameters(JsonNode ofPath, JsonNode ofOperation) {
    var all = new ArrayList<JsonNode>();
    elements(ofOperation).forEach(all::add);
    for (var parameter : elements(ofPath)) {
      if (all.stream().noneMatch(other -> same(other, parameter))) {
        all.add(parameter);
      }
    }
    return all;
  }

  private List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(this::resolved).toList();
  }

  private static boolean same(JsonNode a, JsonNode b) {
    return a.path("name").equals(b.path("name")) && a.path("in").equals(b.path("in"));
  }

  /** A schema that stands alone: its references find the components in it. */
  ObjectNode alone(JsonNode schema) {
    var whole = JsonNodeFactory.instance.objectNode();
    if (schema instanceof ObjectNode object) {
      whole.setAll(object);
    } else if (schema.isBoolean() && !schema.asBoolean()) {
      whole.set("not", JsonNodeFactory.instance.objectNode());
    }
    whole.set("components", components());
    return whole;
  }
}
