package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Status, content type and body of an answer. */
final class AnswerCheck {
  private final Source source;
  private final Schemas schemas;
  private final boolean lenient;

  AnswerCheck(Source source, Schemas schemas, boolean lenient) {
    this.source = source;
    this.schemas = schemas;
    this.lenient = lenient;
  }

  void check(Exchange exchange, Operation operation, Findings findings) {
    int status = exchange.status();
    if (lenient && status >= 400) {
      return;
    }
    var response = operation.response(status);
    if (response.isEmpty()) {
      findings.add("status", status + " is not documented");
      return;
    }
    var content = source.resolved(response.get()).path("content");
    if (content.isEmpty()) {
      if (exchange.responseBody().length > 0 && !lenient) {
        findings.add("answer body", "the document has none for " + status);
      }
      return;
    }
    checkContent(exchange, content, findings);
  }

  private void checkContent(Exchange exchange, JsonNode content, Findings findings) {
    var names = new HashSet<String>();
    content.fieldNames().forEachRemaining(names::add);
    var type = MediaTypes.essence(exchange.responseType());
    if (exchange.responseBody().length == 0) {
      findings.add("answer body", "is empty");
      return;
    }
    var documented = MediaTypes.covering(names, type);
    if (documented.isPresent()) {
      var schema = content.get(documented.get()).path("schema");
      if (MediaTypes.isJson(type) && !schema.isMissingNode()) {
        checkJson(exchange.responseBody(), schema, findings);
      }
    } else if (!accepted(names, type)) {
      findings.add("answer content-type", "'" + type + "' is not one of " + names);
    }
  }

  /** Vendors name one sound format where they send several, and text where JSON is the default. */
  private boolean accepted(Set<String> documented, String type) {
    boolean bytes = documented.contains("application/octet-stream") && !MediaTypes.isJson(type);
    return bytes
        || (lenient && !type.isEmpty() && !MediaTypes.isJson(type) && !jsonOnly(documented, type));
  }

  /** Binary bytes or a web page are never what was meant by JSON. */
  private static boolean jsonOnly(Set<String> documented, String type) {
    return documented.stream().allMatch(one -> MediaTypes.isJson(MediaTypes.essence(one)))
        && (!type.startsWith("text/") || type.equals("text/html"));
  }

  /** A streamed answer is several JSON values one after the other. */
  private void checkJson(byte[] body, JsonNode schema, Findings findings) {
    var mapper = new JsonMapper();
    // not readValues, which takes an array for its elements
    try (var parser = mapper.createParser(body)) {
      int count = 0;
      for (JsonNode value; (value = mapper.readTree(parser)) != null; ) {
        count++;
        findings.addAll("answer body", schemas.faults(schema, value));
      }
      if (count == 0) {
        findings.add("answer body", "is empty");
      }
    } catch (JsonProcessingException e) {
      findings.add("answer body", "is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      findings.add("answer body", "cannot be read: " + e.getMessage());
    }
  }
}
