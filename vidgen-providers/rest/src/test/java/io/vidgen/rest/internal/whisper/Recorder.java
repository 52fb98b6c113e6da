package io.vidgen.rest.internal.whisper;

import io.vidgen.testkit.openapi.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Stands between adapter and sandbox and keeps what passes. */
final class Recorder implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  Recorder(String target) throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            try {
              return forward(request, target);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  private MockResponse forward(RecordedRequest request, String target)
      throws IOException, InterruptedException {
    var body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    var type = String.valueOf(request.getHeaders().get("Content-Type"));
    var sent =
        HttpRequest.newBuilder(URI.create(target + request.getTarget()))
            .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Content-Type", type);
    var key = request.getHeaders().get("Authorization");
    if (key != null) {
      sent.header("Authorization", key);
    }
    var answer = client.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
    var answerType = answer.headers().firstValue("Content-Type").orElse("");
    var path = request.getTarget().replaceFirst("^/local(?=/)", "");
    exchanges.add(
        new Exchange(
            request.getMethod(),
            path,
            "",
            Map.of("content-type", List.of(type)),
            body,
            answer.statusCode(),
            Map.of("content-type", List.of(answerType)),
            answer.body()));
    return new MockResponse.Builder()
        .code(answer.statusCode())
        .addHeader("Content-Type", answerType)
        .body(new Buffer().write(answer.body()))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
