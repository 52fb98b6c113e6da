package io.vidgen.rest.did;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking for attempts whose answer was lost. */
class DidSearchTest {
  private static final String FACE = "s3://images/u/img_7/face.jpg";

  private FakeDid vendor;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeDid();
    context = FakeCallContext.create();
    vendor.answers(
        "POST /images",
        new MockResponse.Builder()
            .code(201)
            .addHeader("Content-Type", "application/json")
            .addHeader("Date", RFC_1123_DATE_TIME.format(Instant.now().atZone(ZoneOffset.UTC)))
            .body("{\"url\":\"" + FACE + "\"}")
            .build());
    vendor.answers("POST /talks", 504, "{\"message\":\"Endpoint request timed out\"}");
  }

  @AfterEach
  void stop() {
    context.close();
    vendor.close();
  }

  @Test
  void find_userDataIsShown_isFoundOnALaterPage() throws Exception {
    list("t2", entry("tlk_9", "\"user_data\":\"other\""));
    list(null, entry("tlk_1", "\"user_data\":\"vidgen " + context.attemptId() + "\""));

    assertThat(provider().work().find(context.attemptId(), talk()))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo("tlk_1"));
    assertThat(vendor.asked("GET /talks").get(1).getUrl().queryParameter("token")).isEqualTo("t2");
  }

  @Test
  void find_nameOrFileNameIsShown_isFound() throws Exception {
    list(null, entry("tlk_1", "\"name\":\"vidgen " + context.attemptId() + "\""));
    list(null, entry("tlk_2", "\"source_url\":\"s3://i/vidgen-" + context.attemptId() + ".jpg\""));

    assertThat(provider().work().find(context.attemptId(), talk()).orElseThrow().id())
        .isEqualTo("tlk_1");
    assertThat(provider().work().find(context.attemptId(), talk()).orElseThrow().id())
        .isEqualTo("tlk_2");
  }

  @Test
  void find_clip_isLookedForAmongClips() throws Exception {
    vendor.answers(
        "GET /clips",
        200,
        "{\"clips\":[{\"id\":\"clp_1\",\"name\":\"vidgen " + context.attemptId() + "\"}]}");

    var found = provider().work().find(context.attemptId(), Media.clip("amy", Media.HELLO));

    assertThat(found.orElseThrow().id()).isEqualTo("clp_1");
    assertThat(found.orElseThrow().data()).containsEntry("list", "clips");
  }

  @Test
  void find_nothingPlantedIsShown_fallsBackToTheAddressOfTheFace() throws Exception {
    var provider = provider();
    loseSubmit(provider);
    list(
        null,
        entry("tlk_8", "\"source_url\":\"s3://images/u/img_8/face.jpg\""),
        entry("tlk_7", "\"source_url\":\"" + FACE + "\""));

    assertThat(provider.work().find(context.attemptId(), talk()).orElseThrow().id())
        .isEqualTo("tlk_7");
  }

  @Test
  void find_othersOnly_isNone() throws Exception {
    list(
        null,
        entry("tlk_3", "\"user_data\":\"mine\""),
        entry("tlk_2", "\"source_url\":\"s3://i/vidgen-0000.jpg\""));

    assertThat(provider().work().find(context.attemptId(), talk())).isEmpty();
  }

  @Test
  void find_entriesThatShowNothing_staysUnknown() {
    list(null, entry("tlk_3", "\"status\":\"done\""));

    assertThat(failure(provider()).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void find_entriesOlderThanTheAttempt_endTheSearch() throws Exception {
    var provider = provider();
    loseSubmit(provider);
    list("more", entry("tlk_3", "\"created_at\":\"2020-01-02T00:00:00.000Z\""));

    assertThat(provider.work().find(context.attemptId(), talk())).isEmpty();
    assertThat(vendor.asked("GET /talks")).hasSize(1);
  }

  @Test
  void find_oldEntriesInNoOrder_doNotEndTheSearch() throws Exception {
    var provider = provider();
    loseSubmit(provider);
    list(
        "more",
        entry("tlk_3", "\"created_at\":\"2020-01-02T00:00:00.000Z\""),
        entry("tlk_4", "\"created_at\":\"2020-01-03T00:00:00.000Z\""));
    list(null, entry("tlk_1", "\"name\":\"vidgen " + context.attemptId() + "\""));

    assertThat(provider.work().find(context.attemptId(), talk()).orElseThrow().id())
        .isEqualTo("tlk_1");
  }

  @Test
  void find_anotherAddressOfAFaceAndNoMarks_staysUnknown() {
    var provider = provider();
    loseSubmit(provider);
    list(null, entry("tlk_8", "\"source_url\":\"s3://images/u/copy_of_it/face.jpg\""));

    assertThat(failure(provider).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void find_anotherFaceInAListThatShowsMarks_isNone() throws Exception {
    var provider = provider();
    loseSubmit(provider);
    list(
        null,
        entry("tlk_8", "\"source_url\":\"s3://images/u/img_8/face.jpg\""),
        entry("tlk_3", "\"user_data\":\"vidgen some-other-attempt\""));

    assertThat(provider.work().find(context.attemptId(), talk())).isEmpty();
  }

  @Test
  void find_clockHereIsFast_hidesNoEntry() {
    var fast = InstantSource.offset(InstantSource.system(), Duration.ofHours(3));
    var provider = new DidAvatarProvider(vendor.options().build(), fast);
    loseSubmit(provider);
    list(null, entry("tlk_9", "\"created_at\":\"" + Instant.now() + "\""));

    assertThat(failure(provider).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void find_endlessList_staysUnknown() {
    for (int i = 0; i < 60; i++) {
      list("t" + i, entry("tlk_" + i, "\"user_data\":\"other\""));
    }

    assertThat(failure(provider()).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(vendor.asked("GET /talks")).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void find_listThatRunsInACircle_staysUnknown() {
    list("same", entry("tlk_1", "\"user_data\":\"other\""));

    assertThat(failure(provider()).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(vendor.asked("GET /talks")).hasSize(2);
  }

  @Test
  void find_entryThatAppearsLate_isWaitedFor() throws Exception {
    var options = vendor.options().reconcile(true, Duration.ofMillis(400)).build();
    var provider = new DidAvatarProvider(options);
    list(null);
    list(null, entry("tlk_1", "\"user_data\":\"vidgen " + context.attemptId() + "\""));

    assertThat(provider.work().find(context.attemptId(), talk()).orElseThrow().id())
        .isEqualTo("tlk_1");
  }

  @Test
  void find_nothingAtAll_isSaidOnlyAfterTheLag() throws Exception {
    var lag = Duration.ofMillis(300);
    var provider = new DidAvatarProvider(vendor.options().reconcile(true, lag).build());
    list(null);
    var began = Instant.now();

    assertThat(provider.work().find(context.attemptId(), talk())).isEmpty();
    assertThat(Duration.between(began, Instant.now())).isGreaterThanOrEqualTo(lag);
    assertThat(vendor.asked("GET /talks")).hasSizeGreaterThan(1);
  }

  @Test
  void find_noListInTheAnswer_isAProtocolFailure() {
    vendor.answers("GET /talks", 200, "{}");

    assertThat(failure(provider()).kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  private DidAvatarProvider provider() {
    return new DidAvatarProvider(vendor.options().build());
  }

  private AvatarRequest talk() {
    return Media.talk(context, Media.HELLO);
  }

  private void loseSubmit(DidAvatarProvider provider) {
    var lost =
        catchThrowableOfType(VidgenException.class, () -> provider.work().submit(talk(), context));
    assertThat(lost.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  private VidgenException failure(DidAvatarProvider provider) {
    return catchThrowableOfType(
        VidgenException.class, () -> provider.work().find(context.attemptId(), talk()));
  }

  private void list(String token, String... entries) {
    var next = token == null ? "" : ",\"token\":\"" + token + "\"";
    vendor.answers(
        "GET /talks", 200, "{\"talks\":[" + String.join(",", entries) + "]" + next + "}");
  }

  private static String entry(String id, String fields) {
    return "{\"id\":\"" + id + "\"," + fields + "}";
  }
}
