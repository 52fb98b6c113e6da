package io.vidgen.rest.internal.whisper;

import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import java.util.List;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers what a test tells it to, and providers that ask it. */
abstract class MockWhisper {
  static final String KEY = "sk-test-0123456789";

  final MockWebServer server = new MockWebServer();
  FakeCallContext context;
  Artifact audio;

  @BeforeEach
  void start() throws Exception {
    server.start();
    context = FakeCallContext.create();
    audio = WhisperCalls.tone(5, 16_000, context);
  }

  @AfterEach
  void stop() {
    server.close();
    context.close();
  }

  TranscriptionResult hosted(String answer) throws Exception {
    server.enqueue(json(answer));
    return WhisperCalls.transcribe(hostedProvider(), audio, Locale.ENGLISH, context);
  }

  TranscriptionResult own(String answer) throws Exception {
    server.enqueue(json(answer));
    var provider =
        WhisperCalls.provider("WHISPER_URL", address(), "vidgen.whisper.shape", "openai");
    return WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);
  }

  TranscriptionResult cpp(String answer) throws Exception {
    server.enqueue(json(answer));
    return WhisperCalls.transcribe(cppProvider(), audio, Locale.ENGLISH, context);
  }

  WhisperTranscriptionProvider hostedProvider() {
    return WhisperCalls.provider("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", address() + "/v1");
  }

  WhisperTranscriptionProvider cppProvider() {
    return WhisperCalls.provider(
        "WHISPER_URL", address(), "OPENAI_API_KEY", KEY, "vidgen.whisper.shape", "whisper-cpp");
  }

  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''))
        .build();
  }

  static MockResponse text(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "text/plain")
        .body(body)
        .build();
  }

  static MockResponse error(int status, String type, String code) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(
            "{\"error\":{\"message\":\"m\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
                .formatted(type, code))
        .build();
  }

  static List<String> texts(TranscriptionResult result) {
    return result.words().stream().map(WordTiming::text).toList();
  }
}
