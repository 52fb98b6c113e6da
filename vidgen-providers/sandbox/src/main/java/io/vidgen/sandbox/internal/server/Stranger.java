package io.vidgen.sandbox.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vidgen.sandbox.internal.books.Books;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another host, as far as clients can tell: every credential that arrives there has leaked. */
public final class Stranger implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] ANSWER =
      "Nothing of Google's is here.".getBytes(StandardCharsets.UTF_8);

  private final HttpServer http;

  private Stranger(HttpServer http) {
    this.http = http;
  }

  /** Takes any free port and answers. */
  public static Stranger open(Books books) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
    var http = HttpServer.create(address, 0);
    http.createContext("/", exchange -> answer(exchange, books));
    http.start();
    return new Stranger(http);
  }

  private static void answer(HttpExchange exchange, Books books) throws IOException {
    var uri = exchange.getRequestURI();
    var place = exchange.getRequestMethod() + " another host " + uri.getPath();
    for (String name : exchange.getRequestHeaders().keySet()) {
      if (Front.CREDENTIALS.contains(Exchanges.lower(name))) {
        books.leak(place, Exchanges.lower(name));
      }
    }
    if (Exchanges.query(uri.getRawQuery()).containsKey("key")) {
      books.leak(place, "key");
    }
    exchange.sendResponseHeaders(200, ANSWER.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(ANSWER);
    }
  }

  /** Such as {@code http://127.0.0.1:40001/}. */
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
