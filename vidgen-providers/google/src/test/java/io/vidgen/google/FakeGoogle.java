package io.vidgen.google;

import io.vidgen.spi.Secret;
import io.vidgen.testkit.SampleMp4;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/** Answers as Google does, one prepared answer after the other, and remembers what it was asked. */
final class FakeGoogle implements AutoCloseable {
  static final String KEY = "AIza-test-key-0815-4711-xyzzy";
  static final String MODEL = "models/veo-3.1-generate-preview";
  static final String NAME = MODEL + "/operations/abc123def456";
  static final String SUBMIT = "POST /v1beta/" + MODEL + ":predictLongRunning";
  static final String POLL = "GET /v1beta/" + NAME;
  static final String FILE = "/v1beta/files/0g4tjlhpvlz4:download";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Queue<MockResponse>> answers = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();

  FakeGoogle() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  GoogleOptionsBuilder google() {
    return GoogleOptions.builder(Secret.of(KEY)).url(address());
  }

  VeoOptionsBuilder veo() {
    return VeoOptions.builder(google().build());
  }

  VeoVideoProvider provider() {
    return new VeoVideoProvider(veo().build());
  }

  String fileAddress() {
    return address() + FILE + "?alt=media";
  }

  /** A video of a length is submitted, made and there to fetch. */
  FakeGoogle makes(int millis) {
    accepts();
    done(fileAddress());
    return file("GET " + FILE, SampleMp4.of(millis));
  }

  FakeGoogle accepts() {
    return answers(SUBMIT, 200, "{\"name\":\"" + NAME + "\"}");
  }

  FakeGoogle done(String uri) {
    return answers(
        POLL,
        200,
        "{\"name\":\""
            + NAME
            + "\",\"done\":true,\"response\":{\"generateVideoResponse\":{\"generatedSamples\":"
            + "[{\"video\":{\"uri\":\""
            + uri
            + "\"}}]}}}");
  }

  /** The next answer to a method and path; the last one is repeated. */
  FakeGoogle answers(String route, int status, String json) {
    return answers(
        route,
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json; charset=UTF-8")
            .body(json)
            .build());
  }

  FakeGoogle answers(String route, MockResponse answer) {
    var queue = answers.computeIfAbsent(route, r -> new ArrayDeque<>());
    synchronized (queue) {
      queue.add(answer);
    }
    return this;
  }

  FakeGoogle file(String route, byte[] bytes) {
    return answers(
        route,
        new MockResponse.Builder()
            .addHeader("Content-Type", "video/mp4")
            .body(new Buffer().write(bytes))
            .build());
  }

  List<RecordedRequest> asked(String route) {
    synchronized (requests) {
      return requests.stream().filter(r -> route.equals(route(r))).toList();
    }
  }

  List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  static String body(RecordedRequest request) {
    var body = request.getBody();
    return body == null ? "" : body.string(StandardCharsets.UTF_8);
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
          .code(404)
          .addHeader("Content-Type", "application/json")
          .body("{\"error\":{\"code\":404,\"message\":\"not found\",\"status\":\"NOT_FOUND\"}}")
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
}
