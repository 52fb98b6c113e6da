package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, the newest first.
 *
 * @param limit most entries
 * @param before entries with a number below this one
 */
record Page(int limit, long before) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads {@code limit} and {@code token}; null when they make no sense. */
  static @Nullable Page of(Call call, int limit) {
    try {
      int wanted = call.query("limit").map(Integer::parseInt).orElse(limit);
      var token = call.query("token").filter(t -> !t.isEmpty());
      long before =
          token.isEmpty()
              ? Long.MAX_VALUE
              : Long.parseLong(
                  new String(
                      Base64.getUrlDecoder().decode(token.get()), StandardCharsets.US_ASCII));
      return wanted < 1 ? null : new Page(Math.min(wanted, limit), before);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  <T> ObjectNode show(String name, Map<Long, T> entries, Function<T, ? extends JsonNode> show) {
    var node = JSON.createObjectNode();
    var list = node.putArray(name);
    var older =
        entries.keySet().stream()
            .filter(n -> n < before)
            .sorted(Comparator.reverseOrder())
            .limit(limit + 1L)
            .toList();
    for (long number : older.subList(0, Math.min(limit, older.size()))) {
      var entry = entries.get(number);
      if (entry != null) {
        list.add(show.apply(entry));
      }
    }
    if (older.size() > limit) {
      var last = String.valueOf(older.get(limit - 1)).getBytes(StandardCharsets.US_ASCII);
      node.put("token", Base64.getUrlEncoder().encodeToString(last));
    }
    return node;
  }
}
