package io.vidgen.sandbox.internal.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Vendor;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entries of the books as JSON. */
public final class BookLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BookLines() {}

  /** A charge as an object. */
  public static ObjectNode node(Charge charge) {
    return JSON.createObjectNode()
        .put("at", charge.at().toString())
        .put("vendor", charge.vendor().prefix())
        .put("operation", charge.operation())
        .put("id", charge.id())
        .put("unit", charge.unit())
        .put("amount", charge.amount().toPlainString())
        .put("digest", charge.digest())
        .put("attempt", charge.attempt())
        .put("detail", charge.detail());
  }

  /** A request as an object. */
  public static ObjectNode node(AskedRequest request) {
    return JSON.createObjectNode()
        .put("at", request.at().toString())
        .put("vendor", request.vendor().prefix())
        .put("operation", request.operation())
        .put("method", request.method())
        .put("path", request.path())
        .put("status", request.status())
        .put("digest", request.digest())
        .put("fault", request.fault())
        .put("limit", request.limit());
  }

  static String write(Charge charge) {
    return node(charge).toString();
  }

  static String write(AskedRequest request) {
    return node(request).toString();
  }

  static Charge charge(String line) {
    var node = read(line);
    return new Charge(
        Instant.parse(node.path("at").asText()),
        Vendor.of(node.path("vendor").asText()),
        node.path("operation").asText(),
        node.path("id").asText(),
        node.path("unit").asText(),
        new BigDecimal(node.path("amount").asText()),
        node.path("digest").asText(),
        optional(node, "attempt"),
        optional(node, "detail"));
  }

  static AskedRequest request(String line) {
    var node = read(line);
    return new AskedRequest(
        Instant.parse(node.path("at").asText()),
        Vendor.of(node.path("vendor").asText()),
        node.path("operation").asText(),
        node.path("method").asText(),
        node.path("path").asText(),
        node.path("status").asInt(),
        node.path("digest").asText(),
        optional(node, "fault"),
        optional(node, "limit"));
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the sandbox's books are damaged", e);
    }
  }
}
