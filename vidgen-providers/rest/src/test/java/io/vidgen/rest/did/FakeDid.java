package io.vidgen.rest.did;

import io.vidgen.spi.Secret;
import io.vidgen.testkit.openapi.Exchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/** Answers as D-ID does, one prepared answer after the other, and remembers what it was asked. */
final class FakeDid implements AutoCloseable {
  static final String KEY = "bWVAZXhhbXBsZQ:pass-word-0815-4711";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Queue<MockResponse>> answers = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();

  FakeDid() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
  }

  DidOptionsBuilder options() {
    return DidOptions.builder(Secret.of(KEY))
        .address(address())
        .callLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5))
        .reconcile(true, Duration.ZERO);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** The next answer to a method and path; the last one is repeated. */
  FakeDid answers(String route, int status, String json) {
    return answers(
        route,
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(json)
            .build());
  }

  FakeDid answers(String route, MockResponse answer) {
    var queue = answers.computeIfAbsent(route, r -> new ArrayDeque<>());
    synchronized (queue) {
      queue.add(answer);
    }
    return this;
  }

  FakeDid file(String path, byte[] bytes) {
    return answers(
        "GET " + path,
        new MockResponse.Builder()
            .addHeader("Content-Type", "video/mp4")
            .body(new Buffer().write(bytes))
            .build());
  }

  /** Requests of a method and path, oldest first. */
  List<RecordedRequest> asked(String route) {
    synchronized (requests) {
      return requests.stream().filter(r -> route.equals(route(r))).toList();
    }
  }

  List<Exchange> exchanges() {
    synchronized (requests) {
      return requests.stream().map(FakeDid::exchange).toList();
    }
  }

  static String body(RecordedRequest request) {
    var body = request.getBody();
    return body == null ? "" : body.string(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    synchronized (requests) {
      requests.add(request);
    }
    var queue = answers.get(route(request));
    if (queue == null) {
      return new MockResponse.Builder()
          .code(403)
          .addHeader("Content-Type", "application/json")
          .body("{\"message\":\"Missing Authentication Token\"}")
          .build();
    }
    synchronized (queue) {
      var next = queue.size() > 1 ? queue.poll() : queue.peek();
      return next == null ? new MockResponse.Builder().code(500).build() : next;
    }
  }

  private static String route(RecordedRequest request) {
    return request.getMethod() + " " + request.getUrl().encodedPath();
  }

  private static Exchange exchange(RecordedRequest request) {
    var body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    return new Exchange(
        request.getMethod(),
        request.getUrl().encodedPath(),
        request.getUrl().encodedQuery() == null ? "" : request.getUrl().encodedQuery(),
        request.getHeaders().toMultimap(),
        body.toByteArray(),
        0,
        Map.of(),
        new byte[0]);
  }
}
