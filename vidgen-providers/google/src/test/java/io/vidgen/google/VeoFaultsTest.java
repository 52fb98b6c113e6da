package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the one paid request when it goes wrong. */
class VeoFaultsTest extends VeoFixture {
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            400,
            error(400, "INVALID_ARGUMENT", "`seed` isn't supported by this model."),
            FailureKind.INVALID_REQUEST,
            false),
        Arguments.of(
            400,
            error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."),
            FailureKind.AUTHENTICATION,
            false),
        Arguments.of(
            400,
            error(400, "INVALID_ARGUMENT", "Blocked. Support codes: 15236754"),
            FailureKind.CONTENT_FILTERED,
            false),
        Arguments.of(
            400,
            error(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
            FailureKind.AUTHENTICATION,
            false),
        Arguments.of(
            401, error(401, "UNAUTHENTICATED", "Who are you?"), FailureKind.AUTHENTICATION, false),
        Arguments.of(
            403, error(403, "PERMISSION_DENIED", "Not yours."), FailureKind.AUTHENTICATION, false),
        Arguments.of(
            404,
            error(404, "NOT_FOUND", "models/x is not found"),
            FailureKind.INVALID_REQUEST,
            false),
        Arguments.of(
            429,
            error(
                429,
                "RESOURCE_EXHAUSTED",
                "You exceeded your current quota, please check your plan and billing details."),
            FailureKind.RATE_LIMITED,
            false),
        Arguments.of(
            429,
            error(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."),
            FailureKind.QUOTA,
            false),
        Arguments.of(
            503,
            error(503, "UNAVAILABLE", "The model is overloaded."),
            FailureKind.UNAVAILABLE,
            false),
        Arguments.of(503, "<html>bad gateway</html>", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(408, error(408, "CANCELLED", "Too slow."), FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(500, error(500, "INTERNAL", "Oops."), FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(502, "", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(
            504, error(504, "DEADLINE_EXCEEDED", "Late."), FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(302, "", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(200, "{}", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(200, "{\"name\":7}", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(
            200,
            "{\"name\":\"models/x/operations/../../files\"}",
            FailureKind.UNKNOWN_OUTCOME,
            null),
        Arguments.of(200, "[1]", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(200, "<html>login</html>", FailureKind.UNKNOWN_OUTCOME, null),
        Arguments.of(200, "{\"name\":\"mod", FailureKind.UNKNOWN_OUTCOME, null));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void submit_answer_isOnePostAndItsKind(
      int status, String body, FailureKind kind, @Nullable Boolean charged) {
    google.answers(FakeGoogle.SUBMIT, status, body);

    var thrown = submit(google.provider());

    assertThat(thrown.kind()).as(thrown.getMessage()).isEqualTo(kind);
    assertThat(thrown.failure().charged()).isEqualTo(charged);
    assertThat(google.requests()).hasSize(1);
    assertThat(thrown.toString()).doesNotContain(FakeGoogle.KEY);
  }

  @Test
  void submit_retiredModel_namesACurrentOne() {
    google.answers(FakeGoogle.SUBMIT, 404, error(404, "NOT_FOUND", "models/x is not found"));

    assertThat(submit(google.provider())).hasMessageContaining("veo-3.1-fast-generate-preview");
  }

  @Test
  void submit_rateLimitWithRetryInfo_carriesTheDelay() {
    google.answers(
        FakeGoogle.SUBMIT,
        429,
        "{\"error\":{\"code\":429,\"message\":\"quota\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
            + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"31.5s\"}]}}");

    assertThat(submit(google.provider()).failure().retryAfter())
        .isEqualTo(Duration.ofMillis(31500));
  }

  @Test
  void submit_rateLimitWithRetryAfter_carriesTheDelay() {
    google.answers(
        FakeGoogle.SUBMIT,
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", "7")
            .body(error(429, "RESOURCE_EXHAUSTED", "slow down"))
            .build());

    assertThat(submit(google.provider()).failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void submit_dailyQuota_isQuota() {
    google.answers(
        FakeGoogle.SUBMIT,
        429,
        "{\"error\":{\"code\":429,\"message\":\"quota\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
            + "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":"
            + "[{\"quotaId\":\"GenerateRequestsPerDayPerProject\"}]}]}}");

    assertThat(submit(google.provider()).kind()).isEqualTo(FailureKind.QUOTA);
  }

  @Test
  void submit_connectionDroppedAfterTheBody_isUnknownAndOnePost() {
    google.answers(
        FakeGoogle.SUBMIT,
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(submit(google.provider()).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(google.requests()).hasSize(1);
  }

  @Test
  void submit_connectionDroppedOnAWarmClient_isOnePost() throws Exception {
    google.accepts();
    google.answers(
        FakeGoogle.SUBMIT,
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    var provider = google.provider();
    longRunning(provider).submit(Clips.clip().request(), context);

    assertThat(submit(provider).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(google.requests()).hasSize(2);
  }

  @Test
  void submit_silence_isUnknownAfterTheTimeout() {
    google.answers(
        FakeGoogle.SUBMIT,
        new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).body("{}").build());
    var options = google.google().timeout(Duration.ofSeconds(1)).build();
    long began = System.nanoTime();

    var thrown = submit(new VeoVideoProvider(VeoOptions.builder(options).build()));

    assertThat(thrown.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(18));
    assertThat(google.requests()).hasSize(1);
  }

  @Test
  void submit_nobodyListens_isUnavailableAndFree() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    var options =
        GoogleOptions.builder(Secret.of(FakeGoogle.KEY))
            .url(URI.create("http://127.0.0.1:" + port))
            .build();

    var thrown = submit(new VeoVideoProvider(VeoOptions.builder(options).build()));

    assertThat(thrown.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(thrown.failure().charged()).isFalse();
  }

  @Test
  void submit_noTimeLeft_sendsNothing() {
    google.accepts();
    context.limit(Duration.ZERO);

    var thrown = submit(google.provider());

    assertThat(thrown.failure().charged()).isFalse();
    assertThat(google.requests()).isEmpty();
  }

  @Test
  void submit_interruptedWhileItWaits_endsSoonAndIsUnknown() throws Exception {
    google.answers(
        FakeGoogle.SUBMIT,
        new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).body("{}").build());
    var ended = new CompletableFuture<VidgenException>();
    var thread = new Thread(() -> ended.complete(submit(google.provider())));
    thread.start();
    while (google.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    long began = System.nanoTime();
    thread.interrupt();

    assertThat(ended.get(100, TimeUnit.SECONDS).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(18));
  }

  private VidgenException submit(VeoVideoProvider provider) {
    return catchThrowableOfType(
        VidgenException.class, () -> longRunning(provider).submit(Clips.clip().request(), context));
  }

  @SuppressWarnings("unchecked") // the provider says so
  private static LongRunningWork<ClipRequest, ClipResult> longRunning(VeoVideoProvider provider) {
    return (LongRunningWork<ClipRequest, ClipResult>) provider.work();
  }

  private static String error(int code, String status, String message) {
    return "{\"error\":{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\",\"status\":\""
        + status
        + "\"}}";
  }
}
