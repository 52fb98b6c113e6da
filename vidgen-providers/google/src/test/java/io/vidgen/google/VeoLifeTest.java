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
import io.vidgen.testkit.SampleMp4;
import io.vidgen.testkit.SecretHunt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation's submit and its file. */
class VeoLifeTest extends VeoFixture {
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

  /** Google documents no form of it, and what it names is paid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "operations/veo-abc.123~x",
        "models/veo-3.1-generate-preview/operations/abc.1~2",
        "tunedModels/films/operations/7"
      })
  void submit_nameOfAnotherForm_isKeptAndAskedFor(String name) throws Exception {
    google.answers(FakeGoogle.SUBMIT, 200, "{\"name\":\"" + name + "\"}");
    google.answers("GET /v1beta/" + name, 200, "{\"name\":\"" + name + "\"}");

    var operation = work().submit(Clips.clip().request(), context);

    assertThat(operation.id()).isEqualTo(name);
    assertThat(work().poll(operation, context)).isInstanceOf(Poll.Running.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs/42 of veo", "models/x/operations/../../files", "operations/.."})
  void submit_nameThatCannotBeAskedFor_isInTheMessage(String name) {
    google.answers(FakeGoogle.SUBMIT, 200, "{\"name\":\"" + name + "\"}");

    var thrown =
        catchThrowableOfType(
            VidgenException.class, () -> work().submit(Clips.clip().request(), context));

    assertThat(thrown.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(thrown).hasMessageContaining(name);
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

  @Test
  void collect_addressWithTheKey_isFetchedAndKeptWithoutIt() throws Exception {
    google.accepts();
    google.done(google.fileAddress() + "&key=" + FakeGoogle.KEY + "&access_token=ya29.hidden");
    google.file("GET " + FakeGoogle.FILE, SampleMp4.of(8000));

    var result = work().collect(operation(FakeGoogle.NAME), Clips.clip().request(), context);

    assertThat(result.source()).isNotNull();
    assertThat(result.source().reference()).isEqualTo(google.fileAddress());
    assertThat(google.asked("GET " + FakeGoogle.FILE).get(0).getUrl().toString())
        .isEqualTo(google.fileAddress());
  }

  @Test
  void poll_reasonsThatHoldTheKey_areShownWithoutIt() throws Exception {
    google.answers(
        FakeGoogle.POLL,
        200,
        "{\"done\":true,\"error\":{\"code\":7,\"message\":\"Consumer 'api_key:"
            + FakeGoogle.KEY
            + "' has been suspended, not api_key:AIzaAnother.\"}}");
    google.answers(
        FakeGoogle.POLL,
        200,
        "{\"done\":true,\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1,"
            + "\"raiMediaFilteredReasons\":[\"key "
            + FakeGoogle.KEY
            + " is watched\"]}}}");
    var work = work();

    var failed = work.poll(operation(FakeGoogle.NAME), context);
    var filtered = work.poll(operation(FakeGoogle.NAME), context);

    assertThat(failed.toString()).contains("suspended").doesNotContain(FakeGoogle.KEY, "AIza");
    assertThat(filtered.toString()).contains("is watched").doesNotContain(FakeGoogle.KEY);
  }

  @Test
  void submit_answerWithTheKeyThatCannotBeRead_showsItNowhere() {
    google.answers(FakeGoogle.SUBMIT, 200, "{\"name\":{\"key\":\"" + FakeGoogle.KEY + "\"}}");

    var thrown =
        catchThrowableOfType(
            VidgenException.class, () -> work().submit(Clips.clip().request(), context));

    assertThat(thrown.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(thrown).hasCauseInstanceOf(RuntimeException.class);
    assertThat(SecretHunt.of(FakeGoogle.KEY).inThrowable(thrown)).isEmpty();
  }

  /** The operation is answered for longer than its file is kept. */
  @Test
  void collect_fileGone_isExpiredByItsAgeOnly() {
    google.accepts().done(google.fileAddress());

    assertThat(collect(Duration.ofHours(49)).kind()).isEqualTo(FailureKind.EXPIRED);
    assertThat(collect(Duration.ofHours(5)).kind()).isEqualTo(FailureKind.PROTOCOL);
    var young = collect(Duration.ofSeconds(20));
    assertThat(young.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(young.failure().charged()).isNull();
  }

  private VidgenException collect(Duration age) {
    var operation = new RemoteOperation("veo", FakeGoogle.NAME, Instant.now().minus(age), Map.of());
    return catchThrowableOfType(
        VidgenException.class, () -> work().collect(operation, Clips.clip().request(), context));
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
