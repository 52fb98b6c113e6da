package io.vidgen.rest.elevenlabs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.openapi.Exchange;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The vendor on 127.0.0.1, saying what a test wants. */
final class ElevenLabsDesk implements AutoCloseable {
  static final String KEY = "sk_0123456789abcdef-secret";
  static final int RATE = 24_000;
  private static final double STEP = 0.06;

  final MockWebServer server = new MockWebServer();
  final FakeCallContext context = FakeCallContext.create();

  ElevenLabsDesk() throws IOException {
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  ElevenLabsOptionsBuilder options() {
    return ElevenLabsOptions.builder(Secret.of(KEY))
        .url(URI.create("http://127.0.0.1:" + server.getPort()))
        .format("pcm_24000")
        .timeout(Duration.ofSeconds(5));
  }

  /** Answers the list of models with nothing, so that known limits are used. */
  ElevenLabsDesk noModels() {
    server.enqueue(json(404, "{\"detail\":\"Not Found\"}").build());
    return this;
  }

  ElevenLabsDesk says(MockResponse.Builder answer) {
    server.enqueue(answer.build());
    return this;
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body);
  }

  static MockResponse.Builder error(int status, String code) {
    return json(status, "{\"detail\":{\"code\":\"%s\",\"message\":\"Sandbox.\"}}".formatted(code));
  }

  static MockResponse.Builder spoken(String text, String requestId) {
    return json(200, speech(text).toString())
        .setHeader("request-id", requestId)
        .setHeader("character-cost", String.valueOf(text.length()));
  }

  /** Samples and times as long as the text. */
  static ObjectNode speech(String text) {
    var node = Json.object();
    node.put("audio_base64", sound(text));
    node.set("alignment", times(text));
    node.set("normalized_alignment", times(" " + text));
    return node;
  }

  static double seconds(String text) {
    return text.codePointCount(0, text.length()) * STEP + 0.2;
  }

  static String sound(String text) {
    var samples = new byte[2 * (int) Math.round(seconds(text) * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (1 + i % 7);
    }
    return Base64.getEncoder().encodeToString(samples);
  }

  static ObjectNode times(String text) {
    var node = Json.object();
    var characters = node.putArray("characters");
    var starts = node.putArray("character_start_times_seconds");
    var ends = node.putArray("character_end_times_seconds");
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      characters.add(Character.toString(points[i]));
      starts.add(i * STEP);
      ends.add((i + 1) * STEP);
    }
    return node;
  }

  static SpeechRequest request(String text) {
    return new SpeechRequest(text, Locale.ENGLISH, null, null, 0);
  }

  SpeechResult speak(ElevenLabsOptionsBuilder options, SpeechRequest request)
      throws IOException, InterruptedException {
    return speak(ElevenLabsSpeechProvider.create(options.build()), request);
  }

  SpeechResult speak(ElevenLabsSpeechProvider provider, SpeechRequest request)
      throws IOException, InterruptedException {
    return speak(provider, request, context);
  }

  static SpeechResult speak(
      ElevenLabsSpeechProvider provider, SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    return ((QuickWork<SpeechRequest, SpeechResult>) provider.work()).call(request, context);
  }

  /** The next request that arrived. */
  RecordedRequest taken() throws InterruptedException {
    return server.takeRequest();
  }

  static JsonNode body(RecordedRequest request) throws IOException {
    var body = request.getBody();
    return Json.parse(body == null ? "{}" : body.utf8());
  }

  static OpenApiDocument document() throws IOException {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts/elevenlabs/elevenlabs.openapi.json");
      if (Files.isRegularFile(file)) {
        return OpenApiDocument.load(file);
      }
    }
    assumeTrue(false, "needs shared/contracts/elevenlabs/elevenlabs.openapi.json");
    throw new IOException("no document");
  }

  static Exchange exchange(RecordedRequest request, int status, String type, String answer) {
    var headers = new TreeMap<String, List<String>>();
    request.getHeaders().toMultimap().forEach(headers::put);
    var body = request.getBody();
    return new Exchange(
        request.getMethod(),
        request.getUrl().encodedPath(),
        request.getUrl().encodedQuery() == null ? "" : request.getUrl().encodedQuery(),
        headers,
        body == null ? new byte[0] : body.toByteArray(),
        status,
        status == 0 ? Map.of() : Map.of("content-type", List.of(type)),
        answer.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
    context.close();
  }
}
