package io.vidgen.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exchange as it lies in a recording, without its bodies.
 *
 * @param number its place in the order, from 1
 * @param key the request
 * @param requestHeaders headers of the request, scrubbed
 * @param status status of the answer
 * @param responseHeaders headers of the answer, scrubbed
 */
record Recorded(
    int number,
    RequestKey key,
    Map<String, List<String>> requestHeaders,
    int status,
    Map<String, List<String>> responseHeaders) {

  String responseType() {
    var values = responseHeaders.getOrDefault("content-type", List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  String toJson() {
    var object = JsonNodeFactory.instance.objectNode();
    object.put("number", number);
    object.put("method", key.method()).put("path", key.path()).put("query", key.query());
    object.set("requestHeaders", toJson(requestHeaders));
    object.put("requestDigest", key.digest());
    object.put("status", status);
    object.set("responseHeaders", toJson(responseHeaders));
    return JsonTexts.pretty(object);
  }

  static Recorded ofJson(JsonNode node) {
    var key =
        new RequestKey(
            node.path("method").asText(),
            node.path("path").asText(),
            node.path("query").asText(),
            node.path("requestDigest").asText());
    return new Recorded(
        node.path("number").asInt(),
        key,
        headers(node.path("requestHeaders")),
        node.path("status").asInt(),
        headers(node.path("responseHeaders")));
  }

  private static ObjectNode toJson(Map<String, List<String>> headers) {
    var object = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(headers).forEach((name, values) -> values.forEach(object.putArray(name)::add));
    return object;
  }

  private static Map<String, List<String>> headers(JsonNode node) {
    var headers = new TreeMap<String, List<String>>();
    node.properties()
        .forEach(
            field -> {
              var values = new java.util.ArrayList<String>();
              field.getValue().forEach(value -> values.add(value.asText()));
              headers.put(field.getKey(), List.copyOf(values));
            });
    return headers;
  }
}
