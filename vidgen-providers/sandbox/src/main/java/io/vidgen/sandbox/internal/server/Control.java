package io.vidgen.sandbox.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.books.BookLines;
import io.vidgen.sandbox.internal.books.Books;
import io.vidgen.sandbox.internal.fault.FaultDesk;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.spi.AccountLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/**
 * Drives the sandbox from another process: {@code GET /sandbox/books}, {@code GET|POST|DELETE
 * /sandbox/faults}, {@code GET|POST|DELETE /sandbox/limits}, {@code POST /sandbox/clock}.
 */
public final class Control implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 64 << 10;

  private final Consumer<FaultRule> inject;
  private final Consumer<Duration> advance;
  private final FaultDesk faults;
  private final LimitDesk limits;
  private final Books books;

  /** A control of these parts. */
  public Control(
      Consumer<FaultRule> inject,
      Consumer<Duration> advance,
      FaultDesk faults,
      LimitDesk limits,
      Books books) {
    this.inject = inject;
    this.advance = advance;
    this.faults = faults;
    this.limits = limits;
    this.books = books;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      reply = answer(exchange);
    } catch (IllegalArgumentException | DateTimeParseException | JsonProcessingException e) {
      var problem = JSON.createObjectNode().put("error", String.valueOf(e.getMessage()));
      reply = Reply.json(400, problem);
    }
    var bytes = reply.bytes();
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    var what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    return switch (what) {
      case "GET /sandbox/books" -> Reply.json(200, books());
      case "GET /sandbox/faults" -> Reply.json(200, faults());
      case "POST /sandbox/faults" -> {
        inject.accept(rule(body(exchange)));
        yield Reply.json(201, faults());
      }
      case "DELETE /sandbox/faults" -> {
        faults.clear();
        yield Reply.empty(204);
      }
      case "GET /sandbox/limits" -> Reply.json(200, limits());
      case "POST /sandbox/limits" -> {
        limit(body(exchange));
        yield Reply.json(200, limits());
      }
      case "DELETE /sandbox/limits" -> {
        limits.clear();
        yield Reply.empty(204);
      }
      case "POST /sandbox/clock" -> {
        advance.accept(Duration.parse(body(exchange).path("advance").asText()));
        yield Reply.empty(204);
      }
      default -> Reply.empty(404);
    };
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    return JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
  }

  private static FaultRule rule(JsonNode node) {
    var vendor = node.hasNonNull("vendor") ? Vendor.of(node.get("vendor").asText()) : null;
    return new FaultRule(
        vendor,
        node.path("operation").asText("*"),
        Fault.parse(node.path("fault").asText()),
        node.path("times").asInt(1),
        node.path("probability").asDouble(1));
  }

  private JsonNode faults() {
    var array = JSON.createArrayNode();
    for (FaultRule rule : faults.waiting()) {
      var vendor = rule.vendor();
      array
          .addObject()
          .put("vendor", vendor == null ? null : vendor.prefix())
          .put("operation", rule.operation())
          .put("fault", rule.fault().text())
          .put("times", rule.times())
          .put("probability", rule.probability());
    }
    return array;
  }

  private void limit(JsonNode node) {
    limits.set(
        Vendor.of(node.path("vendor").asText()),
        new AccountLimits(
            node.path("requestsPerMinute").asInt(0), node.path("concurrent").asInt(0)));
  }

  private JsonNode limits() {
    var array = JSON.createArrayNode();
    limits
        .all()
        .forEach(
            (vendor, allowed) ->
                array
                    .addObject()
                    .put("vendor", vendor.prefix())
                    .put("requestsPerMinute", allowed.requestsPerMinute())
                    .put("concurrent", allowed.concurrent()));
    return array;
  }

  private JsonNode books() {
    var node = JSON.createObjectNode();
    var charges = node.putArray("charges");
    books.charges().forEach(c -> charges.add(BookLines.node(c)));
    var counts = node.putObject("requests");
    books.counts().forEach(counts::put);
    var refused = node.putObject("refused");
    books.refused().forEach(refused::put);
    var leaks = node.putArray("leaks");
    books
        .leaks()
        .forEach(
            l ->
                leaks
                    .addObject()
                    .put("at", l.at().toString())
                    .put("place", l.place())
                    .put("header", l.header()));
    return node;
  }
}
