package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.LONG;
import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Leak;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an operation, its file, its price and who may see it. */
class VeoOperationTest {
  private static final String SHORT = "{'durationSeconds':4}";

  /** For all tests: the lake that most of them order is filmed once. */
  private static Sandbox shared;

  private Sandbox sandbox;
  private GoogleClient google;
  private int chargesBefore;

  @BeforeAll
  static void open() {
    shared = Sandbox.builder().scale(1).virtualTime(Instant.parse("2026-01-01T00:00:00Z")).start();
  }

  @AfterAll
  static void close() {
    shared.close();
  }

  @BeforeEach
  void start() {
    use(shared);
  }

  @AfterEach
  void mend() {
    shared.clearFaults();
  }

  private void use(Sandbox other) {
    sandbox = other;
    google = new GoogleClient(other);
    chargesBefore = other.charges().size();
  }

  /** What this test was charged. */
  private List<Charge> charges() {
    var all = sandbox.charges();
    return all.subList(chargesBefore, all.size());
  }

  @Test
  void operation_overTime_saysNothingThenDoneThenIsForgotten() throws Exception {
    var name = google.begin(VEO, body("A lake", SHORT));
    assertThat(name).matches("models/veo-3.1-generate-preview/operations/[a-z0-9]{12}");
    sandbox.advance(Duration.ofSeconds(20));
    assertThat(google.poll(name).toString()).isEqualTo("{\"name\":\"" + name + "\"}");

    sandbox.advance(LONG);
    assertThat(google.poll(name).path("done").asBoolean()).isTrue();

    sandbox.advance(Duration.ofHours(49));
    var late = google.http().get("/v1beta/" + name);
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(text(late)).contains("NOT_FOUND");
  }

  @Test
  void download_isARedirectThatEchoesTheKeyAndThenTheFile() throws Exception {
    var uri = google.make(VEO, body("A lake", SHORT));
    assertThat(uri).startsWith(sandbox.url(Vendor.GOOGLE) + "/v1beta/files/").contains("alt=media");

    var redirect = google.http().get(uri);
    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.headers().firstValue("x-goog-api-key")).contains("sandbox-google");
    assertThat(text(redirect)).contains("Unknown Error.");
    var location = redirect.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(sandbox.url(Vendor.GOOGLE) + "/download/v1beta/files/");

    var file = google.http().get(location);
    assertThat(file.headers().firstValue("content-type")).contains("video/mp4");
    assertThat(file.headers().firstValueAsLong("content-length")).hasValue(file.body().length);
    assertThat(file.headers().firstValue("x-goog-hash").orElseThrow()).startsWith("crc32c=");
    assertThat(new String(file.body(), 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("ftyp");
    var bare = new TestClient("");
    assertThat(bare.get(location).statusCode()).isEqualTo(403);
    assertThat(bare.get(uri).statusCode()).isEqualTo(403);

    sandbox.advance(Duration.ofDays(2));
    assertThat(google.http().get(uri).statusCode()).isEqualTo(404);
    assertThat(google.http().get(location).statusCode()).isEqualTo(404);
  }

  @Test
  void file_thatWasReferredTo_staysForTwoMoreDays() throws Exception {
    var uri = google.make(VEO, body("A lake", "{}"));
    sandbox.advance(Duration.ofHours(47));
    google.begin(VEO, GoogleClient.extension(uri, "On", "16:9"));
    sandbox.advance(Duration.ofHours(47));
    assertThat(google.http().get(uri).statusCode()).isEqualTo(302);
  }

  @Test
  void file_thatNobodyLookedFor_isGoneTwoDaysAfterItWasMade() throws Exception {
    var name = google.begin(VEO, body("A lake", SHORT));
    sandbox.advance(Duration.ofHours(47));
    var uri = google.poll(name).findValue("uri").asText();
    assertThat(google.http().get(uri).statusCode()).isEqualTo(302);
    sandbox.advance(Duration.ofMinutes(62));
    assertThat(google.http().get(uri).statusCode()).isEqualTo(404);
    var extension = google.submit(VEO, GoogleClient.extension(uri, "On", "16:9"));
    assertThat(extension.statusCode()).isEqualTo(404);
    assertThat(charges()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "operation-error-13,13",
    "operation-error-8,8",
    "operation-error-14,14",
    "fate:failed,13"
  })
  void operation_thatFails_hasAnErrorAndCostsNothing(String fault, int code) throws Exception {
    inject(fault);
    var done = finished(google.begin(VEO, body("A lake", SHORT)));
    assertThat(done.path("error").path("code").asInt()).isEqualTo(code);
    assertThat(done.has("response")).isFalse();
    assertThat(charges()).isEmpty();
  }

  private void inject(String fault) {
    var text = fault.contains(":") ? fault : "quirk:" + fault;
    sandbox.inject(Vendor.GOOGLE, "predictLongRunning", Fault.parse(text));
  }

  private JsonNode finished(String name) throws Exception {
    sandbox.advance(LONG);
    var done = google.poll(name);
    assertThat(done.path("done").asBoolean()).isTrue();
    return done;
  }

  @ParameterizedTest
  @CsvSource({
    "filtered-audio,issue with the audio",
    "filtered-celebrity,15236754",
    "fate:rejected,61493863",
    "A massacre at the lake,61493863"
  })
  void operation_thatIsFiltered_saysWhyWithoutSamplesAndCostsNothing(String cause, String reason)
      throws Exception {
    boolean prompt = cause.contains(" ");
    if (!prompt) {
      inject(cause);
    }
    var done = finished(google.begin(VEO, body(prompt ? cause : "A lake", SHORT)));
    var response = done.path("response").path("generateVideoResponse");
    assertThat(response.path("raiMediaFilteredCount").asInt()).isEqualTo(1);
    assertThat(response.path("raiMediaFilteredReasons").path(0).asText())
        .contains(reason)
        .contains("not been charged");
    assertThat(response.has("generatedSamples")).isFalse();
    assertThat(charges()).isEmpty();
  }

  @Test
  void operation_doneWithNeither_hasNoErrorAndNoResponse() throws Exception {
    inject("done-without-result");
    var done = finished(google.begin(VEO, body("A lake", SHORT)));
    assertThat(done.has("error") || done.has("response")).isFalse();
  }

  @Test
  void submit_answeredWithNothing_hasCharged() throws Exception {
    inject("empty-answer");
    assertThat(text(google.submit(VEO, body("A lake", SHORT)))).isEqualTo("{}");
    assertThat(charges())
        .singleElement()
        .satisfies(
            charge -> {
              assertThat(charge.amount()).isEqualByComparingTo("1.60");
              assertThat(charge.unit()).isEqualTo("USD");
              assertThat(charge.id()).startsWith("models/veo-3.1-generate-preview/operations/");
              assertThat(charge.detail()).isEqualTo("4 s of 720p by veo-3.1-generate-preview");
            });
  }

  @Test
  void results_takeTheBadEndsThatAreOrdered(@TempDir Path folder) throws Exception {
    inject("fate:result-corrupt");
    var corrupt = google.download(google.make(VEO, body("A lake", SHORT)), folder);
    assertThat(Files.readString(corrupt)).startsWith("this is no media file");
    inject("fate:result-redirected");
    var away = google.http().get(google.make(VEO, body("A lake", SHORT)));
    var stranger = away.headers().firstValue("location").orElseThrow();
    assertThat(stranger).startsWith("http://127.0.0.1:");
    assertThat(stranger).doesNotStartWith(sandbox.address().toString());
    assertThat(new TestClient("").get(stranger).statusCode()).isEqualTo(200);
    assertThat(sandbox.leaks()).isEmpty();
    google.http().get(stranger);
    assertThat(sandbox.leaks()).extracting(Leak::header).containsExactly("x-goog-api-key");
    inject("fate:result-expired");
    assertThat(google.http().get(google.make(VEO, body("A lake", SHORT))).statusCode())
        .isEqualTo(404);
    inject("fate:result-forbidden");
    assertThat(google.make(VEO, body("A lake", SHORT)))
        .isNotEmpty()
        .doesNotStartWith(sandbox.address().toString());
    inject("fate:never-done");
    var never = google.begin(VEO, body("A lake", SHORT));
    sandbox.advance(Duration.ofDays(1));
    assertThat(google.poll(never).has("done")).isFalse();
  }

  @Test
  void keys_areAskedForAsGoogleDoes() throws Exception {
    try (var strict = Sandbox.builder().requireKey(Vendor.GOOGLE, Secret.of("good")).start()) {
      var path = "/v1beta/models";
      var url = strict.url(Vendor.GOOGLE);
      var bare = new TestClient(url).get(path);
      assertThat(bare.statusCode()).isEqualTo(403);
      assertThat(text(bare)).contains("unregistered callers");
      var wrong = new TestClient(url).with("x-goog-api-key", "bad").get(path);
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(text(wrong)).contains("API key not valid. Please pass a valid API key.");
      assertThat(new TestClient(url).with("x-goog-api-key", "good").get(path).statusCode())
          .isEqualTo(200);
      var token = new TestClient(url).with("Authorization", "Bearer bad");
      assertThat(token.get("/v1beta1/publishers/google/models/x").statusCode()).isEqualTo(401);
      assertThat(strict.leaks()).isEmpty();

      assertThat(new TestClient(url).get(path + "?key=good").statusCode()).isEqualTo(200);
      assertThat(strict.leaks()).extracting(Leak::header).containsExactly("key");
      assertThat(strict.leaks().toString()).doesNotContain("good");
    }
  }

  @Test
  void credits_thatAreSpent_areAQuotaErrorThatNoWaitingHelps() throws Exception {
    try (var poor =
        Sandbox.builder().virtualTime(Instant.EPOCH).credits(new BigDecimal("2")).start()) {
      use(poor);
      google.begin(VEO, body("A lake", SHORT));
      var second = google.submit(VEO, body("A lake", SHORT));
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(text(second))
          .contains("prepayment credits are depleted")
          .doesNotContain("RetryInfo");
    }
  }

  @Test
  void rateLimited_saysWhenInTheBody() throws Exception {
    inject("rate-limited:seconds,3");
    var limited = google.submit(VEO, body("A lake", SHORT));
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(text(limited)).contains("RESOURCE_EXHAUSTED").contains("\"retryDelay\":\"3s\"");
    inject("rate-limited:none,0");
    var bare = google.submit(VEO, body("A lake", SHORT));
    assertThat(bare.statusCode()).isEqualTo(429);
    assertThat(text(bare)).doesNotContain("retryDelay");
  }

  @Test
  void spendLimit_holdsForTenMinutesAndForEachKey() throws Exception {
    var limit = new BigDecimal("2");
    try (var limited = Sandbox.builder().virtualTime(Instant.EPOCH).spendLimit(limit).start()) {
      use(limited);
      google.begin(VEO, body("A lake", SHORT));
      sandbox.advance(Duration.ofMinutes(4));
      var second = google.submit(VEO, body("A lake", SHORT));
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(text(second)).contains("\"retryDelay\":\"361s\"");
      var other =
          new TestClient(sandbox.url(Vendor.GOOGLE)).with("x-goog-api-key", "sandbox-google-2");
      var path = "/v1beta/models/" + VEO + ":predictLongRunning";
      assertThat(other.post(path, body("A lake", SHORT).toString()).statusCode()).isEqualTo(200);
      sandbox.advance(Duration.ofMinutes(7));
      google.begin(VEO, body("A lake", SHORT));
    }
  }

  @Test
  void prices_areThoseOfTheMatrix() throws Exception {
    sandbox.inject(
        io.vidgen.sandbox.FaultRule.always(Vendor.GOOGLE, "getOperation", new Fault.Html(503)));
    google.begin("veo-3.1-fast-generate-preview", body("A lake", "{'resolution':'1080p'}"));
    google.begin(GoogleClient.LITE, body("A lake", SHORT));
    assertThat(charges())
        .extracting(Charge::amount)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("0.96"), new BigDecimal("0.20"));
  }

  @Test
  void faultCases_coverEveryMainOperationAndCanBeOrdered() {
    var operations = new HashSet<String>();
    for (var cell : sandbox.faultCases(Vendor.GOOGLE)) {
      operations.add(cell.operation());
      assertThat(Fault.parse(cell.fault().text())).isEqualTo(cell.fault());
      sandbox.inject(cell.once());
    }
    assertThat(operations)
        .containsAll(
            List.of(
                "generateContent",
                "generateImage",
                "predictLongRunning",
                "getOperation",
                "fetchPredictOperation",
                "downloadFile",
                "downloadMedia"));
    assertThat(sandbox.environment())
        .containsKeys("GEMINI_API_KEY", "VIDGEN_GOOGLE_URL")
        .containsEntry("VIDGEN_VEO_FIRST_POLL", "10000ms");
  }
}
