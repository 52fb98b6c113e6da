package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Parameters and body of a request. */
final class RequestCheck {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Schemas schemas;
  private final FieldReader reader;

  RequestCheck(Schemas schemas, FieldReader reader) {
    this.schemas = schemas;
    this.reader = reader;
  }

  /** Returns the body as JSON, for its shape; missing when it has none. */
  JsonNode check(Exchange exchange, Operation.Match match, Findings findings) {
    checkParameters(exchange, match, findings);
    return checkBody(exchange, match.operation().body(), findings);
  }

  private void checkParameters(Exchange exchange, Operation.Match match, Findings findings) {
    var query = Fields.ofQuery(exchange.query());
    var known = new HashSet<String>();
    for (var parameter : match.operation().parameters()) {
      var name = parameter.path("name").asText();
      var in = parameter.path("in").asText();
      var values = new ArrayList<Fields.Value>();
      if (in.equals("query")) {
        known.add(name);
        known.add(name + "[]");
        values.addAll(query.byName().getOrDefault(name, List.of()));
        values.addAll(query.byName().getOrDefault(name + "[]", List.of()));
      } else if (in.equals("path")) {
        var value = match.pathParameters().get(name);
        if (value != null) {
          values.add(new Fields.Value(value, false, ""));
        }
      } else if (in.equals("header")) {
        exchange
            .requestHeader(name)
            .ifPresent(value -> values.add(new Fields.Value(value, false, "")));
      } else {
        continue;
      }
      checkParameter(in + " " + name, parameter, values, findings);
    }
    for (var name : query.byName().keySet()) {
      if (!known.contains(name)) {
        findings.add("query " + name, "the document has no such parameter");
      }
    }
  }

  private void checkParameter(
      String where, JsonNode parameter, List<Fields.Value> values, Findings findings) {
    if (values.isEmpty()) {
      if (parameter.path("required").asBoolean()) {
        findings.add(where, "is required");
      }
    } else if (parameter.has("schema")) {
      var schema = parameter.get("schema");
      findings.addAll(where, schemas.faults(schema, reader.value(schema, values, false)));
    }
  }

  private JsonNode checkBody(Exchange exchange, JsonNode body, Findings findings) {
    boolean empty = exchange.requestBody().length == 0;
    if (body.isMissingNode()) {
      if (!empty) {
        findings.add("request body", "the document has none");
      }
      return MissingNode.getInstance();
    }
    if (empty) {
      if (body.path("required").asBoolean()) {
        findings.add("request body", "is required");
      }
      return MissingNode.getInstance();
    }
    var content = body.path("content");
    var names = new HashSet<String>();
    content.fieldNames().forEachRemaining(names::add);
    var type = MediaTypes.essence(exchange.requestType());
    var documented = MediaTypes.covering(names, type);
    if (documented.isEmpty()) {
      findings.add("request content-type", "'" + type + "' is not one of " + names);
      return MissingNode.getInstance();
    }
    return checkContent(exchange, type, content.get(documented.get()).path("schema"), findings);
  }

  private JsonNode checkContent(
      Exchange exchange, String type, JsonNode schema, Findings findings) {
    JsonNode value;
    try {
      if (MediaTypes.isJson(type)) {
        value = JSON.readTree(exchange.requestBody());
      } else if (type.equals(MediaTypes.FORM)) {
        value = reader.object(schema, Fields.ofForm(exchange.requestBody()));
      } else if (type.equals(MediaTypes.MULTIPART)) {
        var fields = Multipart.read(exchange.requestType(), exchange.requestBody());
        checkFiles(schema, fields, findings);
        value = reader.object(schema, fields);
      } else {
        return MissingNode.getInstance();
      }
    } catch (JsonProcessingException e) {
      findings.add("request body", "is no JSON: " + e.getOriginalMessage());
      return MissingNode.getInstance();
    } catch (IOException | IllegalArgumentException e) {
      findings.add("request body", "cannot be read: " + e.getMessage());
      return MissingNode.getInstance();
    }
    if (!schema.isMissingNode()) {
      findings.addAll("request body", schemas.faults(schema, value));
    }
    return value;
  }

  /** A server takes a part for a file only when it has a file name. */
  private void checkFiles(JsonNode schema, Fields fields, Findings findings) {
    fields
        .byName()
        .forEach(
            (name, values) -> {
              boolean file = reader.property(schema, name).filter(reader::isFile).isPresent();
              if (file && values.stream().anyMatch(value -> !value.file())) {
                findings.add("request body /" + name, "is a file and has no file name");
              }
            });
  }
}
