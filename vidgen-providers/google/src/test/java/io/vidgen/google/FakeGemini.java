package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SecretHunt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The service on 127.0.0.1, which says what a test wants, and providers that ask it. */
final class FakeGemini implements AutoCloseable {

  static final String KEY = "AIzaSy-0123456789/secret+value";

  private final MockWebServer server = new MockWebServer();
  private final FakeCallContext context = FakeCallContext.create();
  private final List<RecordedRequest> requests = new ArrayList<>();

  FakeGemini() throws IOException {
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  FakeCallContext context() {
    return context;
  }

  FakeGemini says(String body) {
    return says(200, body);
  }

  FakeGemini says(int status, String body) {
    return says(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json; charset=UTF-8")
            .body(body)
            .build());
  }

  FakeGemini says(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  GoogleOptions options() {
    return options(Duration.ofSeconds(5));
  }

  GoogleOptions options(Duration timeout) {
    return GoogleOptions.builder(Secret.of(KEY))
        .url(URI.create("http://127.0.0.1:" + server.getPort()))
        .timeout(timeout)
        .build();
  }

  GeminiScriptProvider scripts(String model) {
    return scripts(options(), model);
  }

  static GeminiScriptProvider scripts(GoogleOptions options, String model) {
    return new GeminiScriptProvider(GeminiOptions.builder(options).model(model).build());
  }

  NanoBananaImageProvider images(String model) {
    return new NanoBananaImageProvider(NanoBananaOptions.builder(options()).model(model).build());
  }

  ScriptResult write(String model, ScriptRequest request) throws Exception {
    return ((QuickWork<ScriptRequest, ScriptResult>) scripts(model).work()).call(request, context);
  }

  ImageResult draw(String model, ImageRequest request) throws Exception {
    return ((QuickWork<ImageRequest, ImageResult>) images(model).work()).call(request, context);
  }

  /** How a call fails; also sees that the key is nowhere in it. */
  Failure failure(ThrowingCallable call) {
    var thrown = catchThrowableOfType(VidgenException.class, call);
    assertThat(thrown).as("what was thrown").isNotNull();
    assertThat(SecretHunt.of(KEY).inThrowable(thrown)).isEmpty();
    return thrown.failure();
  }

  int posts() {
    return server.getRequestCount();
  }

  RecordedRequest request(int index) {
    try {
      while (requests.size() <= index) {
        var request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).as("request %d", index).isNotNull();
        requests.add(request);
      }
      return requests.get(index);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode body(int index) {
    try {
      return GeminiAnswers.JSON.readTree(request(index).getBody().utf8());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    context.close();
  }
}
