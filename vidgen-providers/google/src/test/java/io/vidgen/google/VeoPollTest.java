package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Google says of an operation, and when it is asked again. */
class VeoPollTest extends VeoFixture {
  private static final Instant SUBMITTED = Instant.parse("2026-11-01T12:00:00Z");

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(
            "\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1,"
                + "\"raiMediaFilteredReasons\":[\"We encountered an issue with the audio. You have"
                + " not been charged for this attempt.\"]}}",
            FailureKind.CONTENT_FILTERED,
            false,
            "asked again"),
        Arguments.of(
            "\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1,"
                + "\"raiMediaFilteredReasons\":[\"Blocked. Support codes: 61493863, 29310472\"]}}",
            FailureKind.CONTENT_FILTERED,
            false,
            "(violence, celebrity)"),
        Arguments.of(
            "\"error\":{\"code\":13,\"message\":\"internal\"}",
            FailureKind.UNAVAILABLE,
            false,
            "code 13"),
        Arguments.of(
            "\"error\":{\"code\":14,\"message\":\"busy\"}",
            FailureKind.UNAVAILABLE,
            false,
            "code 14"),
        Arguments.of(
            "\"error\":{\"code\":8,\"message\":\"quota\"}",
            FailureKind.RATE_LIMITED,
            false,
            "code 8"),
        Arguments.of(
            "\"error\":{\"code\":3,\"message\":\"bad frame\"}",
            FailureKind.INVALID_REQUEST,
            false,
            "bad frame"),
        Arguments.of(
            "\"error\":{\"code\":3,\"message\":\"no. Support codes: 90789179\"}",
            FailureKind.CONTENT_FILTERED,
            false,
            "sexual"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void poll_end_isTyped(String body, FailureKind kind, @Nullable Boolean charged, String words)
      throws Exception {
    google.answers(
        FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\",\"done\":true," + body + "}");

    var poll = work().poll(operation(FakeGoogle.NAME), context);

    assertThat(poll).isInstanceOf(Poll.Failed.class);
    var failure = ((Poll.Failed) poll).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged()).isEqualTo(charged);
    assertThat(failure.describe()).contains(words);
  }

  /** Google has called operations done a moment before it said how (python-genai 1559). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"response\":{\"generateVideoResponse\":{}}",
        "\"metadata\":{}",
        "\"response\":{\"generateVideoResponse\":{\"generatedSamples\":[{}]}}",
        "\"error\":{\"code\":0,\"message\":\"?\"}",
        "\"error\":{\"code\":2,\"message\":\"unknown\"}",
        "\"error\":{\"code\":15,\"message\":\"loss\"}",
        "\"error\":{\"code\":99,\"message\":\"?\"}"
      })
  void poll_doneWithoutAWordOnWhatBecameOfIt_isAskedAgainForAMinuteAndThenOpen(String body)
      throws Exception {
    google.answers(
        FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\",\"done\":true," + body + "}");
    var operation = operation(FakeGoogle.NAME, SUBMITTED);
    var now = new AtomicReference<>(SUBMITTED.plusSeconds(90));
    var work = work(new VeoVideoProvider(google.veo().build(), now::get));

    var first = work.poll(operation, context);
    now.set(SUBMITTED.plusSeconds(149));
    var second = work.poll(operation, context);
    var early =
        catchThrowableOfType(
            VidgenException.class, () -> work.collect(operation, Clips.clip().request(), context));
    now.set(SUBMITTED.plusSeconds(150));
    var third = work.poll(operation, context);

    assertThat(first).isInstanceOf(Poll.Running.class);
    assertThat(second).isInstanceOf(Poll.Running.class);
    assertThat(early.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(early.failure().charged()).isNull();
    assertThat(third).isInstanceOf(Poll.Failed.class);
    assertThat(((Poll.Failed) third).failure().kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(((Poll.Failed) third).failure().charged()).isNull();
  }

  @Test
  void poll_videoAfterAnAnswerWithoutOne_isReady() throws Exception {
    google.answers(FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\",\"done\":true}");
    google.done(google.fileAddress());
    var work = work();

    assertThat(work.poll(operation(FakeGoogle.NAME), context)).isInstanceOf(Poll.Running.class);
    assertThat(work.poll(operation(FakeGoogle.NAME), context)).isInstanceOf(Poll.Ready.class);
  }

  @Test
  void poll_resumedByAnotherProcess_countsFromTheSubmit() throws Exception {
    google.answers(FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\"}");
    var operation = operation(FakeGoogle.NAME, SUBMITTED);

    assertThat(workAt(SUBMITTED.plusSeconds(200)).poll(operation, context))
        .isEqualTo(new Poll.Running(-1, Duration.ofSeconds(4)));
    assertThat(work().firstPoll()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void poll_oneTooMany_carriesTheDelayAndThenAsksLessOften() throws Exception {
    google.answers(
        FakeGoogle.POLL,
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", "7")
            .body("{\"error\":{\"code\":429,\"message\":\"slow down\"}}")
            .build());
    google.answers(FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\"}");
    var operation = operation(FakeGoogle.NAME, SUBMITTED);
    var work = workAt(SUBMITTED.plusSeconds(30));

    var refused = catchThrowableOfType(VidgenException.class, () -> work.poll(operation, context));

    assertThat(refused.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(refused.failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(work.poll(operation, context))
        .isEqualTo(new Poll.Running(-1, Duration.ofSeconds(10)));
  }

  static Stream<Arguments> failedPolls() {
    return Stream.of(
        Arguments.of(400, FailureKind.UNAVAILABLE),
        Arguments.of(401, FailureKind.AUTHENTICATION),
        Arguments.of(429, FailureKind.RATE_LIMITED),
        Arguments.of(500, FailureKind.UNAVAILABLE),
        Arguments.of(503, FailureKind.UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("failedPolls")
  void poll_refused_leavesOpenWhatBecameOfTheVideo(int status, FailureKind kind) {
    google.answers(
        FakeGoogle.POLL, status, "{\"error\":{\"message\":\"no\",\"status\":\"SOMETHING\"}}");

    var thrown = poll(operation(FakeGoogle.NAME));

    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.failure().charged()).isNull();
  }

  /** What a filter withheld is said by the operation, not by the answer to a question after it. */
  @Test
  void poll_refusedWithASupportCode_isAskedAgain() {
    google.answers(
        FakeGoogle.POLL,
        400,
        "{\"error\":{\"code\":400,\"message\":\"Support codes: 15236754\",\"status\":"
            + "\"INVALID_ARGUMENT\"}}");

    var thrown = poll(operation(FakeGoogle.NAME));

    assertThat(thrown.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(thrown.failure().charged()).isNull();
  }

  @Test
  void poll_unknownAfterTwoDays_isExpired() {
    var old = operation(FakeGoogle.NAME, Instant.now().minus(Duration.ofHours(49)));

    assertThat(poll(old).kind()).isEqualTo(FailureKind.EXPIRED);
  }

  @Test
  void poll_unknownWithinTwoDays_isNotCalledExpiredSinceThatWouldBuyItAgain() {
    var young = operation(FakeGoogle.NAME, Instant.now().minus(Duration.ofHours(5)));

    assertThat(poll(young).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(poll(operation(FakeGoogle.NAME)).kind()).isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void poll_operationOfThePlatform_saysWhichServiceIsConfigured() {
    var name = "projects/p/locations/us-central1/publishers/google/models/veo/operations/1-2";

    var thrown = poll(operation(name));
    assertThat(thrown).hasMessageContaining("one of the platform");
    // It was started with the other service, and perhaps paid there.
    assertThat(thrown.failure().charged()).isNull();
    assertThat(poll(operation("models/x/operations/../../secret")).kind())
        .isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(google.requests()).isEmpty();
  }

  private VidgenException poll(RemoteOperation operation) {
    return catchThrowableOfType(VidgenException.class, () -> work().poll(operation, context));
  }

  private LongRunningWork<ClipRequest, ClipResult> work() {
    return work(google.provider());
  }

  private LongRunningWork<ClipRequest, ClipResult> workAt(Instant now) {
    return work(new VeoVideoProvider(google.veo().build(), () -> now));
  }

  @SuppressWarnings("unchecked") // the provider says so
  private static LongRunningWork<ClipRequest, ClipResult> work(VeoVideoProvider provider) {
    return (LongRunningWork<ClipRequest, ClipResult>) provider.work();
  }

  private static RemoteOperation operation(String name) {
    return operation(name, Instant.now());
  }

  private static RemoteOperation operation(String name, Instant submitted) {
    return new RemoteOperation("veo", name, submitted, Map.of());
  }
}
