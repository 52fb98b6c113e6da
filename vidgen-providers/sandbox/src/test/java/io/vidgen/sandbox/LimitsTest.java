package io.vidgen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidgen.spi.AccountLimits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key does what it may, and is refused what is beyond, as its vendor does it. */
class LimitsTest {
  private static final String SPEAK = "/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps";
  private static final String SAY = "{\"text\":\"Hello there.\"}";
  private static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps.\"}}";
  private static final String VEO = "/v1beta/models/veo-3.1-generate-preview:predictLongRunning";
  private static final String FAST =
      "/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning";
  private static final String FILM =
      "{\"instances\":[{\"prompt\":\"A fox sleeps.\"}],\"parameters\":{\"durationSeconds\":4}}";
  private static final String WRITE = "/v1beta/models/gemini-2.5-flash:generateContent";
  private static final String ASK =
      "{\"contents\":[{\"parts\":[{\"text\":\"Write a script. Theme: foxes. Scenes: 1\"}]}]}";

  private final Sandbox sandbox =
      Sandbox.builder().scale(1).virtualTime(Instant.EPOCH).credits(MILLION).start();

  private static final java.math.BigDecimal MILLION = java.math.BigDecimal.valueOf(1_000_000);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void elevenLabs_moreThanAMinuteHas_isRefusedUntilItIsOver() throws Exception {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(2, 0));
    try (var fast = Sandbox.builder().scale(0).limit(Vendor.ELEVENLABS, two()).start()) {
      var one = elevenLabs(fast, "one");
      assertThat(one.post(SPEAK, SAY).statusCode()).isEqualTo(200);
      assertThat(one.post(SPEAK, SAY).statusCode()).isEqualTo(200);

      var third = one.post(SPEAK, SAY);

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(TestClient.json(third).at("/detail/code").asText())
          .isEqualTo("rate_limit_exceeded");
      assertThat(third.headers().firstValue("Retry-After")).isEmpty();
      assertThat(elevenLabs(fast, "two").post(SPEAK, SAY).statusCode()).isEqualTo(200);
      assertThat(fast.charges()).hasSize(3);
      assertThat(fast.refused(Vendor.ELEVENLABS))
          .singleElement()
          .extracting(AskedRequest::limit)
          .isEqualTo("requests-per-minute");
    }
  }

  private static AccountLimits two() {
    return new AccountLimits(2, 0);
  }

  @Test
  void elevenLabs_plan_isInTheHeadersOfGoodAnswers() throws Exception {
    try (var fast = Sandbox.builder().scale(0).start()) {
      fast.limit(Vendor.ELEVENLABS, new AccountLimits(0, 3));
      var answer = elevenLabs(fast, "one").post(SPEAK, SAY);

      assertThat(answer.headers().firstValue("maximum-concurrent-requests")).hasValue("3");
      assertThat(answer.headers().firstValue("current-concurrent-requests")).hasValue("1");
      var quick = "{\"text\":\"Hello.\",\"model_id\":\"eleven_flash_v2_5\"}";
      assertThat(elevenLabs(fast, "one").post(SPEAK, quick).headers().map())
          .extractingByKey("maximum-concurrent-requests")
          .isEqualTo(java.util.List.of("6"));
    }
  }

  @Test
  void did_tooManyRequests_gatewayRefuses_andAgainAMinuteLaterNot() throws Exception {
    sandbox.limit(Vendor.DID, new AccountLimits(1, 0));
    var did = TestClient.did(sandbox);
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);

    var second = did.post("/talks", TALK);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(TestClient.json(second).path("message").asText()).isEqualTo("Too Many Requests");
    sandbox.advance(Duration.ofSeconds(60));

    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
    assertThat(sandbox.charges(Vendor.DID).stream().filter(c -> c.amount().signum() > 0))
        .hasSize(2);
  }

  @Test
  void did_tooManyVideosAtOnce_isRefusedUntilOneIsOver() throws Exception {
    // tag::sandbox-limit[]
    sandbox.limit(Vendor.DID, new AccountLimits(0, 2)); // requests in a minute, and at once
    // end::sandbox-limit[]
    var did = TestClient.did(sandbox);
    did.post("/talks", TALK);
    did.post("/talks", TALK);

    var third = did.post("/talks", TALK);
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(TestClient.json(third).path("kind").asText()).isEqualTo("TooManyRequests");
    assertThat(sandbox.refused(Vendor.DID)).extracting(AskedRequest::limit).containsOnly("at-once");
    sandbox.advance(Duration.ofMinutes(2));

    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
  }

  @Test
  void did_requestThatIsRefusedForItsBody_takesNoPlace() throws Exception {
    sandbox.limit(Vendor.DID, new AccountLimits(0, 1));
    var did = TestClient.did(sandbox);
    assertThat(did.post("/talks", "{}").statusCode()).isEqualTo(400);

    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
  }

  @Test
  void google_requestsOfAModelUsedUp_saysWhenToComeBack() throws Exception {
    sandbox.limit(Vendor.GOOGLE, new AccountLimits(2, 0));
    var google = google("sandbox-google");
    assertThat(google.post(VEO, FILM).statusCode()).isEqualTo(200);
    sandbox.advance(Duration.ofSeconds(30));
    assertThat(google.post(VEO, FILM).statusCode()).isEqualTo(200);

    var third = google.post(VEO, FILM);

    assertThat(third.statusCode()).isEqualTo(429);
    var error = TestClient.json(third).path("error");
    assertThat(error.path("status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(error.at("/details/0/violations/0/quotaDimensions/model").asText())
        .isEqualTo("veo-3.1-generate-preview");
    assertThat(error.at("/details/2/retryDelay").asText()).isEqualTo("31s");
    assertThat(google.post(FAST, FILM).statusCode()).as("another model").isEqualTo(200);
    assertThat(google("sandbox-google-2").post(VEO, FILM).statusCode())
        .as("another key")
        .isEqualTo(200);
    sandbox.advance(Duration.ofSeconds(31));
    assertThat(google.post(VEO, FILM).statusCode()).isEqualTo(200);
  }

  @Test
  void google_moreOperationsThanMayRun_isRefusedWithoutADelayUntilOneIsOver() throws Exception {
    sandbox.limit(Vendor.GOOGLE, new AccountLimits(0, 1));
    var google = google("sandbox-google");
    google.post(VEO, FILM);

    var second = google.post(VEO, FILM);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(TestClient.json(second).at("/error/details").isMissingNode()).isTrue();
    assertThat(sandbox.charges(Vendor.GOOGLE)).hasSize(1);
    sandbox.advance(Duration.ofMinutes(2));

    assertThat(google.post(VEO, FILM).statusCode()).isEqualTo(200);
  }

  @Test
  void google_platform_refusesWithoutADelay() throws Exception {
    sandbox.limit(Vendor.GOOGLE, new AccountLimits(1, 0));
    var path =
        "/v1beta1/projects/p/locations/us-central1/publishers/google/models/"
            + "veo-3.1-generate-001:predictLongRunning";
    var google =
        new TestClient(sandbox.url(Vendor.GOOGLE))
            .with("Authorization", "Bearer sandbox-google-token");
    assertThat(google.post(path, FILM).statusCode()).isEqualTo(200);

    var second = google.post(path, FILM);

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(TestClient.json(second).at("/error/message").asText())
        .contains("Quota exceeded", "veo-3.1-generate-001");
  }

  @Test
  void google_texts_countToo() throws Exception {
    try (var fast = Sandbox.builder().scale(0).limit(Vendor.GOOGLE, two()).start()) {
      var google = new TestClient(fast.url(Vendor.GOOGLE)).with("x-goog-api-key", "sandbox-google");
      google.post(WRITE, ASK);
      google.post(WRITE, ASK);

      assertThat(google.post(WRITE, ASK).statusCode()).isEqualTo(429);
      assertThat(fast.charges()).hasSize(2);
    }
  }

  @Test
  void control_setsShowsAndForgetsLimits_andBooksSayWhatWasRefused(@TempDir Path folder)
      throws Exception {
    try (var other = Sandbox.builder().scale(0).books(folder).start()) {
      var control = new TestClient(other.address().toString());
      var set =
          control.post("/sandbox/limits", "{\"vendor\":\"elevenlabs\",\"requestsPerMinute\":1}");
      assertThat(text(set))
          .isEqualTo("[{\"vendor\":\"elevenlabs\",\"requestsPerMinute\":1,\"concurrent\":0}]");
      elevenLabs(other, "one").post(SPEAK, SAY);
      assertThat(elevenLabs(other, "one").post(SPEAK, SAY).statusCode()).isEqualTo(429);
      assertThat(TestClient.json(control.get("/sandbox/books")).path("refused").toString())
          .isEqualTo("{\"elevenlabs requests-per-minute\":1}");

      assertThat(control.delete("/sandbox/limits").statusCode()).isEqualTo(204);
      assertThat(elevenLabs(other, "one").post(SPEAK, SAY).statusCode()).isEqualTo(200);
      assertThat(control.post("/sandbox/limits", "{\"vendor\":\"x\"}").statusCode()).isEqualTo(400);
    }
    try (var later = Sandbox.builder().books(folder).start()) {
      assertThat(later.refused(Vendor.ELEVENLABS)).hasSize(1);
    }
  }

  @Test
  void limit_vendorWithoutSuchALimit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.limit(Vendor.COQUI, new AccountLimits(1, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.limit(Vendor.WHISPER, new AccountLimits(0, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Main.start("--limit", "elevenlabs many"));
  }

  private static TestClient elevenLabs(Sandbox at, String key) {
    return new TestClient(at.url(Vendor.ELEVENLABS)).with("xi-api-key", key);
  }

  private TestClient google(String key) {
    return new TestClient(sandbox.url(Vendor.GOOGLE)).with("x-goog-api-key", key);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
