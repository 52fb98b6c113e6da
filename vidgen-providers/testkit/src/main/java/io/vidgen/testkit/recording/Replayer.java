package io.vidgen.testkit.recording;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers from a recording. Safe for use by several threads. */
final class Replayer implements LocalServer.Handler {
  static final int UNMATCHED = 599;

  /** Asking again changes nothing, so the last answer holds. */
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

  private final Recording recording;
  private final URI self;
  private final Path work;
  private final RecordingOptions options;
  private final Scrubber scrubber;
  private final Bodies bodies;
  private final List<Recorded> all;
  private final Map<RequestKey, Deque<Recorded>> waiting = new HashMap<>();
  private final Map<RequestKey, Recorded> last = new HashMap<>();
  private final List<String> unmatched = new ArrayList<>();

  Replayer(URI self, Recording recording, Path work, RecordingOptions options) throws IOException {
    this.self = self;
    this.recording = recording;
    this.work = work;
    this.options = options;
    this.scrubber = new Scrubber(options.secrets());
    this.bodies = new Bodies(scrubber, self);
    this.all = recording.all();
    for (var one : all) {
      waiting.computeIfAbsent(one.key(), key -> new ArrayDeque<>()).add(one);
    }
  }

  synchronized List<String> unmatched() {
    return List.copyOf(unmatched);
  }

  /** What was recorded and not asked for. */
  synchronized List<String> remaining() {
    return waiting.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparingInt(Recorded::number))
        .map(Replayer::describe)
        .toList();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var raw = Files.createTempFile(work, "request", "");
    var body = Files.createTempFile(work, "kept", "");
    try {
      try (var out = Files.newOutputStream(raw)) {
        Bodies.copy(exchange.getRequestBody(), out, options.maxBody());
      }
      var type = Recorder.header(exchange, "content-type");
      bodies.keep(raw, type, body);
      var key = Recorder.key(exchange, scrubber, type, body);
      var found = next(key);
      if (found.isPresent()) {
        answer(exchange, found.get());
      } else {
        var message = noMatch(key, body);
        Answers.error(exchange, UNMATCHED, message);
      }
    } finally {
      Files.deleteIfExists(raw);
      Files.deleteIfExists(body);
    }
  }

  private synchronized Optional<Recorded> next(RequestKey key) {
    var queue = waiting.get(key);
    var next = queue == null ? null : queue.poll();
    if (next != null) {
      last.put(key, next);
      return Optional.of(next);
    }
    return REPEATABLE.contains(key.method())
        ? Optional.ofNullable(last.get(key))
        : Optional.empty();
  }

  private void answer(HttpExchange exchange, Recorded recorded) throws IOException {
    recorded
        .responseHeaders()
        .forEach(
            (name, values) ->
                exchange
                    .getResponseHeaders()
                    .put(name, new ArrayList<>(values.stream().map(this::own).toList())));
    var file = recording.answerBody(recorded.number());
    if (Bodies.isText(recorded.responseType()) && Files.size(file) <= Bodies.IN_MEMORY) {
      var text = own(Files.readString(file));
      Answers.bytes(exchange, recorded.status(), text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    try (var in = Files.newInputStream(file)) {
      Answers.stream(exchange, recorded.status(), Files.size(file), in);
    }
  }

  private String own(String text) {
    return text.replace(Downloads.PLACEHOLDER, self.toString());
  }

  private synchronized String noMatch(RequestKey key, Path body) throws IOException {
    var asked = key.method() + " " + key.path() + (key.query().isEmpty() ? "" : "?" + key.query());
    var message =
        "no recorded exchange is left for " + asked + Nearest.describe(key, body, all, recording);
    unmatched.add(message);
    return message;
  }

  static String describe(Recorded one) {
    var key = one.key();
    return Recording.name(one.number())
        + " "
        + key.method()
        + " "
        + key.path()
        + (key.query().isEmpty() ? "" : "?" + key.query());
  }
}
