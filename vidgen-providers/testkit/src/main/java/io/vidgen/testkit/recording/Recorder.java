package io.vidgen.testkit.recording;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends on what comes, and keeps what was said. Safe for use by several threads. */
final class Recorder implements LocalServer.Handler {
  /** What the client library sets itself, and what would make bodies unreadable. */
  private static final Set<String> NOT_SENT =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> NOT_ANSWERED =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", ":status");

  /** A result lies on another host, which must not see keys. */
  private static final Set<String> SENT_WITH_DOWNLOAD = Set.of("accept", "range");

  private final URI target;
  private final RecordingOptions options;
  private final Recording recording;
  private final Path work;
  private final Scrubber scrubber;
  private final Downloads downloads;
  private final Bodies bodies;
  private final AtomicInteger numbers = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Recorder(URI target, URI self, Recording recording, Path work, RecordingOptions options) {
    this.target = target;
    this.options = options;
    this.recording = recording;
    this.work = work;
    this.scrubber = new Scrubber(options.secrets());
    this.downloads = new Downloads(self);
    this.bodies = new Bodies(scrubber, self);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException, InterruptedException {
    int number = numbers.incrementAndGet();
    var sent = Files.createTempFile(work, "request", "");
    var received = Files.createTempFile(work, "answer", "");
    try {
      try (var out = Files.newOutputStream(sent)) {
        Bodies.copy(exchange.getRequestBody(), out, options.maxBody());
      }
      var path = exchange.getRequestURI().getRawPath();
      boolean download = path.startsWith(Downloads.PREFIX);
      var address = download ? downloads.find(path) : java.util.Optional.of(onTarget(exchange));
      if (address.isEmpty()) {
        Answers.error(exchange, 404, "no answer has named " + path);
        return;
      }
      var request = request(exchange, address.get(), download, sent);
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        answer(exchange, response, body, received);
      }
      keep(number, exchange, response, sent, received);
    } finally {
      Files.deleteIfExists(sent);
      Files.deleteIfExists(received);
    }
  }

  private URI onTarget(HttpExchange exchange) {
    var base = target.toString();
    var uri = exchange.getRequestURI();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + uri.getRawPath()
            + query);
  }

  private HttpRequest request(HttpExchange exchange, URI address, boolean download, Path body)
      throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(options.timeout());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if (download ? SENT_WITH_DOWNLOAD.contains(lower) : !NOT_SENT.contains(lower)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.method(exchange.getRequestMethod(), publisher(body)).build();
  }

  private HttpRequest.BodyPublisher publisher(Path body) throws IOException {
    long size = Files.size(body);
    if (size == 0) {
      return BodyPublishers.noBody();
    }
    if (size > Bodies.IN_MEMORY) {
      return BodyPublishers.ofFile(body);
    }
    // Addresses are plain ASCII: bytes of any other kind come through as they are.
    var text = new String(Files.readAllBytes(body), StandardCharsets.ISO_8859_1);
    return BodyPublishers.ofByteArray(
        downloads.toVendor(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private void answer(
      HttpExchange exchange, HttpResponse<InputStream> response, InputStream body, Path received)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_ANSWERED.contains(name.toLowerCase(Locale.ROOT))) {
                var own = values.stream().map(value -> downloads.toProxy(name, value)).toList();
                exchange.getResponseHeaders().put(name, List.copyOf(own));
              }
            });
    int status = response.statusCode();
    if (Bodies.isJson(type(response))) {
      try (var out = Files.newOutputStream(received)) {
        Bodies.copy(body, out, Math.min(options.maxBody(), Bodies.IN_MEMORY));
      }
      Files.write(received, rewritten(Files.readAllBytes(received)));
      Answers.bytes(exchange, status, Files.readAllBytes(received));
      return;
    }
    long length = response.headers().firstValueAsLong("content-length").orElse(-1);
    Answers.begin(exchange, status, length);
    boolean wanted = Answers.hasBody(exchange, status) && length != 0;
    try (var file = Files.newOutputStream(received)) {
      Bodies.copy(
          body, wanted ? new Tee(file, exchange.getResponseBody()) : file, options.maxBody());
    }
  }

  private byte[] rewritten(byte[] body) {
    return JsonTexts.read(new String(body, StandardCharsets.UTF_8))
        .map(downloads::toProxy)
        .map(json -> JsonTexts.write(json).getBytes(StandardCharsets.UTF_8))
        .orElse(body);
  }

  private void keep(
      int number,
      HttpExchange exchange,
      HttpResponse<InputStream> response,
      Path sent,
      Path received)
      throws IOException {
    var type = header(exchange, "content-type");
    var body = recording.requestBody(number);
    bodies.keep(sent, type, body);
    bodies.keep(received, type(response), recording.answerBody(number));
    recording.add(
        new Recorded(
            number,
            key(exchange, scrubber, type, body),
            headers(exchange.getRequestHeaders()),
            response.statusCode(),
            headers(exchange.getResponseHeaders())));
  }

  private java.util.Map<String, List<String>> headers(com.sun.net.httpserver.Headers headers) {
    var all = new java.util.TreeMap<String, List<String>>();
    scrubber
        .headers(headers)
        .forEach(
            (name, values) ->
                all.put(
                    name, values.stream().map(v -> Bodies.type(bodies.placeholder(v))).toList()));
    return all;
  }

  static RequestKey key(HttpExchange exchange, Scrubber scrubber, String type, Path body)
      throws IOException {
    var uri = exchange.getRequestURI();
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return RequestKey.of(
        exchange.getRequestMethod(),
        scrubber.path(uri.getRawPath()),
        scrubber.query(query),
        type,
        body);
  }

  static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("content-type").orElse("");
  }

  /** Writes to two places. */
  private static final class Tee extends OutputStream {
    private final OutputStream a;
    private final OutputStream b;

    Tee(OutputStream a, OutputStream b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public void write(int oneByte) throws IOException {
      a.write(oneByte);
      b.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      a.write(bytes, offset, length);
      b.write(bytes, offset, length);
    }
  }
}
