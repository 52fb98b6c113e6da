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
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SecretHunt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An operation from its submit to its file. */
class VeoLifeTest {
  private FakeGoogle google;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    google = new FakeGoogle();
    context = FakeCallContext.create();
  }

  @AfterEach
  void stop() {
    context.close();
    google.close();
  }

  @Test
  void submit_clip_sendsWhatWasAskedAndNothingElse() throws Exception {
    google.accepts();

    var operation = work().submit(Clips.clip().request(), context);

    var sent = google.asked(FakeGoogle.SUBMIT).get(0);
    assertThat(FakeGoogle.body(sent))
        .isEqualTo(
            "{\"instances\":[{\"prompt\":\"A cat walks in the rain.\"}],\"parameters\":"
                + "{\"durationSeconds\":8,\"aspectRatio\":\"16:9\",\"resolution\":\"720p\"}}");
    assertThat(sent.getHeaders().values("x-goog-api-key")).containsExactly(FakeGoogle.KEY);
    assertThat(sent.getUrl().toString()).doesNotContain(FakeGoogle.KEY);
    assertThat(operation.id()).isEqualTo(FakeGoogle.NAME);
    assertThat(operation.data()).containsEntry("model", VeoModels.DEFAULT);
  }

  @Test
  void submit_references_areSentAsAssets() throws Exception {
    google.accepts();
    var clip = Clips.clip();
    clip.references = java.util.List.of(context.input(new byte[] {1, 2, 3}, "image/png"));

    work().submit(clip.request(), context);

    assertThat(FakeGoogle.body(google.asked(FakeGoogle.SUBMIT).get(0)))
        .contains(
            "\"referenceImages\":[{\"image\":{\"bytesBase64Encoded\":\"AQID\",\"mimeType\":"
                + "\"image/png\"},\"referenceType\":\"ASSET\"}]");
  }

  @Test
  void submit_extension_sendsTheAddressAlone() throws Exception {
    google.accepts();
    var clip = Clips.clip();
    clip.seconds = 7;
    clip.extend = Clips.video(google.fileAddress(), 8, 0);

    work().submit(clip.request(), context);

    assertThat(FakeGoogle.body(google.asked(FakeGoogle.SUBMIT).get(0)))
        .contains("\"video\":{\"uri\":\"" + google.fileAddress() + "\"}")
        .doesNotContain("encoding")
        .doesNotContain("durationSeconds")
        .contains("\"aspectRatio\":\"16:9\"");
  }

  @Test
  void collect_extension_beginsWhereTheOldVideoEnded() throws Exception {
    google.makes(15_010);
    var clip = Clips.clip();
    clip.seconds = 7;
    clip.extend = Clips.video(google.fileAddress(), 8, 2);

    var result = work().collect(operation(FakeGoogle.NAME), clip.request(), context);

    assertThat(result.duration()).isEqualTo(Duration.ofMillis(15_010));
    assertThat(result.begin()).isEqualTo(Duration.ofSeconds(8));
    assertThat(result.source()).isNotNull();
    assertThat(result.source().extensions()).isEqualTo(3);
    assertThat(result.source().reference()).isEqualTo(google.fileAddress());
  }

  @Test
  void collect_clip_isKeptFor48HoursFromItsSubmit() throws Exception {
    google.makes(8000);
    var operation = operation(FakeGoogle.NAME);

    var result = work().collect(operation, Clips.clip().request(), context);

    assertThat(context.bytes(result.video())).isEqualTo(SampleMp4.of(8000));
    assertThat(result.audio()).isTrue();
    assertThat(result.begin()).isZero();
    assertThat(result.source().expiresAt())
        .isEqualTo(operation.submittedAt().plus(Duration.ofDays(2)));
  }

  @Test
  void collect_redirectOnTheSameHost_isFollowedWithTheKey() throws Exception {
    google.accepts().done(google.fileAddress());
    var moved = "/download" + FakeGoogle.FILE;
    google.answers("GET " + FakeGoogle.FILE, redirect(google.address() + moved + "?alt=media"));
    google.file("GET " + moved, SampleMp4.of(4000));

    var result = work().collect(operation(FakeGoogle.NAME), Clips.clip().request(), context);

    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(google.asked("GET " + moved).get(0).getHeaders().get("x-goog-api-key"))
        .isEqualTo(FakeGoogle.KEY);
  }

  @Test
  void collect_redirectToAnotherHost_isRefusedAndTheKeyStays() throws Exception {
    try (var other = new FakeGoogle()) {
      google.accepts().done(google.fileAddress());
      google.answers("GET " + FakeGoogle.FILE, redirect(other.address() + "/files/x"));

      var thrown = collect(FakeGoogle.NAME);

      assertThat(thrown.kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(other.requests()).isEmpty();
      assertThat(SecretHunt.of(FakeGoogle.KEY).inThrowable(thrown)).isEmpty();
    }
  }

  @Test
  void collect_addressElsewhere_isRefused() throws Exception {
    try (var other = new FakeGoogle()) {
      google.accepts().done(other.fileAddress());

      assertThat(collect(FakeGoogle.NAME).kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void collect_videoInABucket_saysWhereItIs() {
    google.accepts().done("gs://films/clip.mp4");

    assertThat(collect(FakeGoogle.NAME)).hasMessageContaining("gs://films/clip.mp4");
  }

  @Test
  void collect_pageInsteadOfAVideo_isProtocolAndLeavesNoFile() {
    google.accepts().done(google.fileAddress());
    google.answers("GET " + FakeGoogle.FILE, 200, "{\"error\":\"no\"}");

    assertThat(collect(FakeGoogle.NAME).kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void collect_keyRefused_isNotTakenForGone() {
    google.accepts().done(google.fileAddress());
    google.answers(
        "GET " + FakeGoogle.FILE,
        403,
        "{\"error\":{\"code\":403,\"message\":\"no\",\"status\":\"PERMISSION_DENIED\"}}");

    var thrown = collect(FakeGoogle.NAME);

    assertThat(thrown.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(thrown.failure().charged()).isNull();
  }

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
            "\"response\":{\"generateVideoResponse\":{}}", FailureKind.PROTOCOL, null, "neither"),
        Arguments.of("\"metadata\":{}", FailureKind.PROTOCOL, null, "neither"),
        Arguments.of(
            "\"response\":{\"generateVideoResponse\":{\"generatedSamples\":[{}]}}",
            FailureKind.PROTOCOL,
            null,
            "neither"),
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
            "sexual"),
        Arguments.of(
            "\"error\":{\"code\":99,\"message\":\"?\"}", FailureKind.PROTOCOL, null, "code 99"));
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

  @Test
  void poll_underWay_asksAgainAfterTenSeconds() throws Exception {
    google.answers(FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\"}");

    assertThat(work().poll(operation(FakeGoogle.NAME), context))
        .isEqualTo(new Poll.Running(-1, Duration.ofSeconds(10)));
    assertThat(work().firstPoll()).isEqualTo(Duration.ofSeconds(10));
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

  @Test
  void poll_unknownAfterTwoDays_isExpired() {
    var old =
        new RemoteOperation(
            "veo", FakeGoogle.NAME, Instant.now().minus(Duration.ofHours(49)), Map.of());

    assertThat(poll(old).kind()).isEqualTo(FailureKind.EXPIRED);
  }

  @Test
  void poll_unknownWithinTwoDays_isNotCalledExpiredSinceThatWouldBuyItAgain() {
    var young =
        new RemoteOperation(
            "veo", FakeGoogle.NAME, Instant.now().minus(Duration.ofHours(5)), Map.of());

    assertThat(poll(young).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(poll(operation(FakeGoogle.NAME)).kind()).isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void poll_operationOfThePlatform_saysWhichServiceIsConfigured() {
    var name = "projects/p/locations/us-central1/publishers/google/models/veo/operations/1-2";

    assertThat(poll(operation(name))).hasMessageContaining("one of the platform");
    assertThat(poll(operation("models/x/operations/../../secret")).kind())
        .isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(google.requests()).isEmpty();
  }

  private VidgenException poll(RemoteOperation operation) {
    return catchThrowableOfType(VidgenException.class, () -> work().poll(operation, context));
  }

  private VidgenException collect(String name) {
    return catchThrowableOfType(
        VidgenException.class,
        () -> work().collect(operation(name), Clips.clip().request(), context));
  }

  /** A new provider each time, as after a restart. */
  @SuppressWarnings("unchecked") // the provider says so
  private LongRunningWork<ClipRequest, ClipResult> work() {
    return (LongRunningWork<ClipRequest, ClipResult>) google.provider().work();
  }

  private static RemoteOperation operation(String name) {
    return new RemoteOperation("veo", name, Instant.now(), Map.of());
  }

  private static MockResponse redirect(String to) {
    return new MockResponse.Builder()
        .code(302)
        .addHeader("Location", to)
        .addHeader("X-Goog-Api-Key", FakeGoogle.KEY)
        .body("{\"error\":{\"code\":302,\"message\":\"Unknown Error.\"}}")
        .build();
  }
}
