package io.vidgen.testkit.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers to clients of the proxy. */
final class Answers {
  private Answers() {}

  /** Does nothing when the answer has begun: then the connection is closed in the middle of it. */
  static void error(HttpExchange exchange, int status, String message) throws IOException {
    if (exchange.getResponseCode() != -1) {
      return;
    }
    var object = JsonNodeFactory.instance.objectNode().put("error", message);
    exchange.getResponseHeaders().set("content-type", "application/json");
    bytes(exchange, status, JsonTexts.write(object).getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
    begin(exchange, status, body.length);
    if (hasBody(exchange, status)) {
      exchange.getResponseBody().write(body);
    }
  }

  static void stream(HttpExchange exchange, int status, long length, InputStream body)
      throws IOException {
    begin(exchange, status, length);
    if (hasBody(exchange, status)) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  /**
   * Sends the headers.
   *
   * @param length length of the body, -1 when it is not known
   */
  static void begin(HttpExchange exchange, int status, long length) throws IOException {
    if (!hasBody(exchange, status) || length == 0) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, length < 0 ? 0 : length);
    }
  }

  static boolean hasBody(HttpExchange exchange, int status) {
    return !exchange.getRequestMethod().equals("HEAD") && status != 204 && status != 304;
  }
}
