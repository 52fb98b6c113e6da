package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method on a path.
 *
 * @param method in upper case
 * @param path its path
 * @param parameters of the path and of the operation
 * @param body description of the request's body; missing when there is none
 * @param responses descriptions by status
 */
record Operation(
    String method,
    PathTemplate path,
    List<JsonNode> parameters,
    JsonNode body,
    JsonNode responses) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * Where a request belongs.
   *
   * @param operation the operation
   * @param pathParameters values of the path's parameters, decoded
   */
  record Match(Operation operation, Map<String, String> pathParameters) {}

  static List<Operation> all(Source source) {
    var all = new ArrayList<Operation>();
    for (var entry : source.paths().properties()) {
      var item = source.resolved(entry.getValue());
      for (var method : item.properties()) {
        if (METHODS.contains(method.getKey())) {
          var node = method.getValue();
          all.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT),
                  new PathTemplate(entry.getKey()),
                  source.parameters(item.path("parameters"), node.path("parameters")),
                  source.resolved(node.path("requestBody")),
                  node.path("responses")));
        }
      }
    }
    all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
    return all;
  }

  String name() {
    return method + " " + path;
  }

  /** The description for a status: the status itself, its range, or the default. */
  Optional<JsonNode> response(int status) {
    for (var key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
      if (responses.has(key)) {
        return Optional.of(responses.get(key));
      }
    }
    return Optional.empty();
  }
}
