package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static io.vidgen.rest.internal.http.Vendor.free;
import static io.vidgen.rest.internal.http.Vendor.json;
import static io.vidgen.rest.internal.http.Vendor.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
final class SubmitTest {
  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Test
  void submit_accepted_sentOnceWithKeyAndJson() throws Exception {
    vendor.says(201, "application/json; charset=utf-8", "{\"id\":\"tlk_1\",\"new\":{\"a\":[1]}}");

    var reply = vendor.client().submit(paid().query("a b", "ü&").build(), vendor.context);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(Json.text(reply.json(), "id")).contains("tlk_1");
    var seen = vendor.server.takeRequest();
    assertThat(seen.getTarget()).isEqualTo("/talks?a%20b=%C3%BC%26");
    assertThat(seen.getHeaders().get("xi-api-key")).isEqualTo(Vendor.KEY);
    assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(seen.getBody().utf8()).isEqualTo("{\"text\":\"hello\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_REQUEST", "401,AUTHENTICATION", "402,QUOTA", "404,INVALID_REQUEST",
    "408,UNKNOWN_OUTCOME", "421,INVALID_REQUEST", "422,INVALID_REQUEST", "429,RATE_LIMITED",
    "451,CONTENT_FILTERED", "500,UNKNOWN_OUTCOME", "502,UNKNOWN_OUTCOME", "503,UNKNOWN_OUTCOME",
    "504,UNKNOWN_OUTCOME", "301,PROTOCOL", "302,UNKNOWN_OUTCOME", "303,UNKNOWN_OUTCOME",
    "307,PROTOCOL", "308,PROTOCOL"
  })
  void submit_refused_onePostAndTypedFailure(int status, FailureKind kind) {
    for (int i = 0; i < 2; i++) {
      vendor.server.enqueue(
          new MockResponse.Builder()
              .code(status)
              .setHeader("Retry-After", "0")
              .setHeader("Location", "/elsewhere")
              .body("{\"detail\":\"no\"}")
              .build());
    }

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.context().provider()).isEqualTo("acme");
    boolean open = kind == FailureKind.UNKNOWN_OUTCOME || kind == FailureKind.CONTENT_FILTERED;
    assertThat(failure.charged()).isEqualTo(open ? null : Boolean.FALSE);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503})
  void submit_freeAndServerFails_mayBeTriedAgain(int status) {
    vendor.says(status, "text/plain", "busy");

    var failure = failure(() -> vendor.client().submit(free().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void submit_rateLimited_delayIsHonoured() {
    vendor.server.enqueue(
        new MockResponse.Builder().code(429).setHeader("Retry-After", "17").body("slow").build());

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    assertThat(failure.message()).contains("429").contains("slow");
  }

  @Test
  void submit_vendorDocumentsThatNothingStarted_notCharged() {
    vendor.says(503, "application/json", "{\"code\":\"queue_full\"}");
    var mapper =
        new ErrorMapper() {
          @Override
          public Failure map(ErrorReply error) {
            return StatusErrors.map(error);
          }

          @Override
          public boolean certainlyNotStarted(ErrorReply error) {
            return error.json().path("code").asText().equals("queue_full");
          }
        };

    var client = vendor.builder().errors(mapper).build();
    var failure = failure(() -> client.submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
  }

  @Test
  void submit_nobodyListens_certainlyNotSent() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var client = VendorClient.builder("acme", URI.create("http://127.0.0.1:" + port)).build();

    var failure = failure(() -> client.submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
    assertThat(failure.message()).contains("not sent");
  }

  @Test
  void submit_noTls_certainlyNotSent() {
    var base = URI.create("https://127.0.0.1:" + vendor.server.getPort());
    var client = VendorClient.builder("acme", base).limits(Vendor.quick()).build();

    var failure = failure(() -> client.submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
  }

  @Test
  void submit_connectionDropsInBody_unknownWhenPaid() {
    var drop = new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()).build();
    vendor.server.enqueue(drop);
    vendor.server.enqueue(drop);
    var big = RequestBody.create(new byte[8 << 20], null);

    var client = vendor.client();
    var paid = ApiCall.post("talks").body(big).paid().build();
    assertThat(failure(() -> client.submit(paid, vendor.context)).kind())
        .isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    var free = ApiCall.post("talks").body(big).build();
    assertThat(failure(() -> client.submit(free, vendor.context)).kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void submit_connectionDropsAfterBody_unknownWhenPaidAndOnePostOnly() {
    for (int i = 0; i < 3; i++) {
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.charged()).isNull();
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void submit_pooledConnectionClosed_onePostOnly() {
    vendor.server.enqueue(json("{}").onResponseEnd(new SocketEffect.CloseSocket()).build());
    vendor.server.enqueue(json("{\"n\":2}").build());
    var client = vendor.client();

    client.submit(paid().build(), vendor.context);
    var second = client.submit(paid().build(), vendor.context);

    assertThat(second.json().path("n").asInt()).isEqualTo(2);
    assertThat(vendor.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void submit_answerTruncated_unknownWhenPaid() {
    vendor.server.enqueue(
        json("{\"id\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|<html>sign in</html>",
        "application/json|<html>sign in</html>",
        "application/json|",
        "application/json|\"just a text\"",
        "application/json|{\"a\":1} trailing",
        "audio/mpeg|{}",
        "text/plain|OK"
      })
  void submit_okButNoJson_unknownWhenPaidElseProtocol(String type, String body) {
    var text = body == null ? "" : body;
    vendor.says(200, type, text);
    vendor.says(200, type, text);
    var client = vendor.client();

    var paid = failure(() -> client.submit(paid().build(), vendor.context));
    var free = failure(() -> client.submit(free().build(), vendor.context));

    assertThat(paid.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(paid.charged()).isNull();
    assertThat(free.kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void submit_answerTooLong_stopsReading() throws Exception {
    var packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8("{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
    }
    vendor.server.enqueue(json("").setHeader("Content-Encoding", "gzip").body(packed).build());
    var client = vendor.builder().limits(ClientLimits.DEFAULT.answerBytes(10_000)).build();

    var failure = failure(() -> client.submit(free().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.message()).contains("10000 bytes");
  }

  @Test
  void submit_gzip_isUnpacked() throws Exception {
    var packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8("{\"a\":5}");
    }
    vendor.server.enqueue(json("").setHeader("Content-Encoding", "gzip").body(packed).build());

    var reply = vendor.client().submit(free().build(), vendor.context);

    assertThat(Json.number(reply.json(), "a")).contains(5.0);
  }

  @Test
  void submit_silence_endsAfterStall() {
    vendor.server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    long began = System.nanoTime();

    var call = paid().stall(Duration.ofMillis(200)).build();
    var failure = failure(() -> vendor.client().submit(call, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
  }

  @Test
  void submit_drip_endsAtDeadline() {
    vendor.server.enqueue(
        json("{\"a\":\"" + "x".repeat(1000) + "\"}")
            .throttleBody(1, 50, TimeUnit.MILLISECONDS)
            .build());
    long began = System.nanoTime();
    vendor.context.limit(Duration.ofMillis(400));

    var failure = failure(() -> vendor.client().submit(free().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
  }

  @Test
  void submit_noTimeLeft_notSent() {
    vendor.context.limit(Duration.ZERO);

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.charged()).isFalse();
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @Test
  void submit_fileMissing_localAndNotCharged() {
    var form = MultipartForm.create().file("audio", Path.of("none.wav"), "audio/wav", "wav");
    var call = ApiCall.post("talks").multipart(form).paid().build();

    var failure = failure(() -> vendor.client().submit(call, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(failure.charged()).isFalse();
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void submit_idThatIsAStep_refused(String id) {
    var call = ApiCall.post("talks", id).paid().build();

    var failure = failure(() -> vendor.client().submit(call, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @Test
  void submit_idWithSlash_staysOneSegment() throws Exception {
    vendor.says(200, "application/json", "{}");

    vendor.client().submit(ApiCall.post("talks", "a/../b?c").build(), vendor.context);

    assertThat(vendor.server.takeRequest().getTarget()).isEqualTo("/talks/a%2F..%2Fb%3Fc");
  }

  @Test
  void submit_keyWithLineBreak_refusedWithoutShowingIt() {
    var client =
        vendor.builder().credentials(() -> Map.of("xi-api-key", "first\nsecond-part")).build();

    var failure = failure(() -> client.submit(paid().build(), vendor.context));

    assertThat(failure.describe()).contains("xi-api-key").doesNotContain("second-part");
    assertThat(failure.charged()).isFalse();
  }
}
