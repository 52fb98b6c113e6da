package io.vidgen.sandbox.internal.server;

import com.sun.net.httpserver.HttpExchange;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the imitation and the route for a request. */
final class Targets {
  private final Map<String, VendorImitation> imitations = new HashMap<>();
  private final Map<String, List<Route>> routes = new HashMap<>();

  private final StoredFiles files;

  Targets(List<VendorImitation> all, StoredFiles files) {
    this.files = files;
    for (VendorImitation imitation : all) {
      imitations.put(imitation.vendor().prefix(), imitation);
      routes.put(imitation.vendor().prefix(), List.copyOf(imitation.routes()));
    }
  }

  /** Null when no vendor has this prefix. */
  @Nullable Target find(HttpExchange exchange) {
    var segments = Exchanges.segments(exchange.getRequestURI());
    var prefix = segments.get(0);
    if (prefix.equals(StoredFiles.PREFIX) && segments.size() > 2) {
      return files.target(exchange.getRequestMethod(), segments);
    }
    var imitation = imitations.get(prefix);
    if (imitation == null) {
      return null;
    }
    var method = exchange.getRequestMethod();
    var rest = segments.subList(1, segments.size());
    var path = "/" + String.join("/", rest);
    for (Route route : routes.getOrDefault(prefix, List.of())) {
      var params = route.method().equals(method) ? route.match(rest) : null;
      if (params != null) {
        return new Target(imitation, route, method, path, params);
      }
    }
    return new Target(imitation, null, method, path, Map.of());
  }
}
