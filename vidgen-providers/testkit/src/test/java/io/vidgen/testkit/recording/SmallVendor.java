package io.vidgen.testkit.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor with an API and, on another port, a host for results that wants no credentials. */
final class SmallVendor implements AutoCloseable {
  static final String KEY = "planted/key+4711=";
  static final String SIGNATURE = "0123signature4567";
  static final byte[] CLIP = clip();

  private final HttpServer api = server();
  private final HttpServer files = server();
  private final AtomicInteger polls = new AtomicInteger();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  SmallVendor() {
    api.createContext("/v1/jobs", this::job);
    api.createContext("/v1/echo", this::echo);
    api.createContext("/v1/slow", exchange -> seen.add("slow"));
    files.createContext("/", this::file);
    api.start();
    files.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/v1");
  }

  /** Requests, with what matters of them. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  private void job(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        exchange.getRequestMethod() + " job " + header(exchange, "authorization") + " " + body);
    exchange.getResponseHeaders().add("set-cookie", "session=" + KEY);
    if (exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 201, "application/json", "{\"id\": \"job_1\", \"cost\": 1.50}");
      return;
    }
    int poll = polls.incrementAndGet();
    var url =
        "http://127.0.0.1:"
            + files.getAddress().getPort()
            + "/out/clip.mp4?X-Amz-Signature="
            + SIGNATURE
            + poll
            + "&part=1";
    answer(
        exchange,
        200,
        "application/json",
        poll < 3
            ? "{\"status\": \"started\", \"polls\": " + poll + "}"
            : "{\"status\": \"done\", \"result_url\": \""
                + url
                + "\", \"source_url\": \""
                + url
                + "\"}");
  }

  /** Says back what it got, as vendors do in error messages. */
  private void echo(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    seen.add("echo " + new String(body, StandardCharsets.ISO_8859_1));
    var type = exchange.getRequestHeaders().getFirst("content-type");
    exchange.getResponseHeaders().set("content-type", type == null ? "text/plain" : type);
    exchange.getResponseHeaders().set("x-request-id", "for " + KEY);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void file(HttpExchange exchange) throws IOException {
    seen.add("file " + exchange.getRequestURI() + " " + header(exchange, "authorization"));
    exchange.getResponseHeaders().set("content-type", "video/mp4");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(CLIP);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private static HttpServer server() {
    try {
      var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] clip() {
    var bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }

  @Override
  public void close() {
    api.stop(0);
    files.stop(0);
  }
}
