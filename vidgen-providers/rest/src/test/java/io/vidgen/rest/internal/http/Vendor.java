package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.Failure;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A vendor on 127.0.0.1 that says what a test wants, and a client for it. */
final class Vendor implements AutoCloseable {
  static final String KEY = "kLm-0123456789/secret+value";

  final MockWebServer server = new MockWebServer();
  final FakeCallContext context = FakeCallContext.create();

  Vendor() throws IOException {
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  URI at(String path) {
    return URI.create(base() + path);
  }

  VendorClientBuilder builder() {
    return VendorClient.builder("acme", base())
        .credentials(() -> Map.of("xi-api-key", KEY))
        .addSecret(Secret.of(KEY));
  }

  VendorClient client() {
    return builder().build();
  }

  void says(int status, String type, String body) {
    server.enqueue(answer(status, type, body).build());
  }

  static MockResponse.Builder answer(int status, String type, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body);
  }

  static MockResponse.Builder json(String body) {
    return answer(200, "application/json", body);
  }

  static ApiCall.Builder paid() {
    return ApiCall.post("talks").json(Json.object().put("text", "hello")).paid();
  }

  static ApiCall.Builder free() {
    return ApiCall.post("talks").json(Json.object().put("text", "hello"));
  }

  static Failure failure(ThrowingCallable call) {
    var thrown = catchThrowableOfType(VidgenException.class, call);
    if (thrown == null) {
      throw new AssertionError("nothing failed");
    }
    return thrown.failure();
  }

  static ClientLimits quick() {
    return ClientLimits.DEFAULT
        .submit(Duration.ofSeconds(3), Duration.ofSeconds(2))
        .ask(Duration.ofSeconds(3), Duration.ofSeconds(2))
        .download(Duration.ofSeconds(5), Duration.ofSeconds(1));
  }

  @Override
  public void close() {
    server.close();
    context.close();
  }
}
