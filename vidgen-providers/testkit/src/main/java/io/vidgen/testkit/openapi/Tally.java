package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the variants of operations. Safe for use by several threads. */
final class Tally {
  private static final int DEEPEST = 3;

  private record Key(String operation, String variant, int status) {}

  private final Map<Key, Integer> counts =
      new TreeMap<>(
          Comparator.comparing(Key::operation)
              .thenComparing(Key::variant)
              .thenComparing(Key::status));

  synchronized void count(String operation, Exchange exchange, JsonNode body) {
    counts.merge(new Key(operation, variant(exchange, body), exchange.status()), 1, Integer::sum);
  }

  synchronized Coverage coverage(Set<String> operations) {
    List<Coverage.Seen> seen = new ArrayList<>();
    counts.forEach(
        (key, times) ->
            seen.add(new Coverage.Seen(key.operation(), key.variant(), key.status(), times)));
    return new Coverage(operations, seen);
  }

  private static String variant(Exchange exchange, JsonNode body) {
    var parts = new ArrayList<String>();
    var query = new TreeSet<>(Fields.ofQuery(exchange.query()).byName().keySet());
    if (!query.isEmpty()) {
      parts.add("?" + String.join("&", query));
    }
    if (exchange.requestBody().length > 0) {
      parts.add(MediaTypes.essence(exchange.requestType()));
    }
    var fields = new TreeSet<String>();
    addFields("", body, 0, fields);
    if (!fields.isEmpty()) {
      parts.add("{" + String.join(", ", fields) + "}");
    }
    return parts.isEmpty() ? "-" : String.join(" ", parts);
  }

  private static void addFields(String at, JsonNode value, int depth, Set<String> fields) {
    if (value.isObject() && depth < DEEPEST) {
      for (var entry : value.properties()) {
        var name = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
        addFields(name, entry.getValue(), depth + 1, fields);
      }
    } else if (!at.isEmpty()) {
      boolean kind = value.isTextual() && (at.equals("type") || at.endsWith(".type"));
      fields.add(kind ? at + "=" + value.asText() : at);
    }
  }
}
