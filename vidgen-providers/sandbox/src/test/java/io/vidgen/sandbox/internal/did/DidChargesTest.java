package io.vidgen.sandbox.internal.did;

import static io.vidgen.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What costs credits, and what fails for nothing. */
final class DidChargesTest extends DidFixture {
  @Test
  void accepted_isChargedOnceAndRefused_isNot() throws Exception {
    var id = create("/talks", TALK);
    did.post("/talks", "{\"script\":{\"type\":\"text\",\"input\":\"x\"}}");
    did.post("/talks", "{}");

    assertThat(sandbox.charges()).hasSize(1);
    var charge = sandbox.charges().get(0);
    assertThat(charge)
        .extracting(Charge::id, Charge::attempt, Charge::unit, Charge::operation)
        .containsExactly(id, "attempt-1", "credits", "CreateTalk");
    assertThat(json(did.get("/credits")).path("remaining").asDouble()).isEqualTo(9);
  }

  @Test
  void credits_usedUp_answers402() throws Exception {
    for (int i = 0; i < 10; i++) {
      create("/talks", TALK);
    }
    var refused = did.post("/talks", TALK);
    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(json(refused).path("kind").asText()).isEqualTo("InsufficientCreditsError");
    assertThat(sandbox.charges()).hasSize(10);
  }

  @Test
  void failedTalk_saysWhyAndGivesCreditsBack() throws Exception {
    sandbox.inject(Vendor.DID, "CreateTalk", new Fault.Doomed(Fault.Fate.FAILED));
    var id = create("/talks", TALK);
    sandbox.advance(LONG);

    var failed = talk(id);

    assertThat(failed.path("status").asText()).isEqualTo("error");
    assertThat(failed.path("error").path("kind").asText()).isEqualTo("FaceError");
    assertThat(json(did.get("/credits")).path("remaining").asDouble()).isEqualTo(10);
  }

  @Test
  void fates_areWhatTheClientSees() throws Exception {
    var bare = new TestClient("");
    for (Fault.Fate fate : Fault.Fate.values()) {
      sandbox.inject(Vendor.DID, "CreateTalk", new Fault.Doomed(fate));
      var id = create("/talks", TALK);
      sandbox.advance(LONG);
      var talk = talk(id);
      var url = talk.path("result_url").asText();
      switch (fate) {
        case NEVER_DONE -> assertThat(talk.path("status").asText()).isEqualTo("started");
        case REJECTED -> assertThat(talk.path("status").asText()).isEqualTo("rejected");
        case FAILED -> assertThat(talk.path("status").asText()).isEqualTo("error");
        case RESULT_EXPIRED -> assertThat(bare.get(url).statusCode()).isEqualTo(403);
        case RESULT_CORRUPT -> assertThat(text(bare.get(url))).contains("no media");
        case RESULT_REDIRECTED ->
            assertThat(bare.get(url).headers().firstValue("location").orElse(""))
                .startsWith("http://169.254.169.254/");
        case RESULT_FORBIDDEN -> assertThat(url).startsWith("http://169.254.169.254/");
      }
    }
  }

  @Test
  void bodies_thatTheDocumentForbids_areRefused() throws Exception {
    var good = "\"script\":{\"type\":\"text\",\"input\":\"Hello there.\"}";
    for (String body :
        new String[] {
          "{}",
          "no json",
          "{\"script\":{\"type\":\"song\"}}",
          "{\"script\":{\"type\":\"text\",\"input\":\"Hi\"}}",
          "{\"script\":{\"type\":\"text\",\"input\":\"" + "a".repeat(40_001) + "\"}}",
          "{\"script\":{\"type\":\"text\",\"input\":\"Hello\",\"speed\":1}}",
          "{\"script\":{\"type\":\"audio\",\"audio_url\":\"https://example.invalid/a.ogg\"}}",
          "{\"script\":{\"type\":\"audio\",\"audio_url\":\"s3://nowhere/a.wav\"}}",
          "{\"script\":{\"type\":\"text\",\"input\":\"Hello\",\"provider\":{\"type\":\"microsoft\"}}}",
          "{\"script\":{\"type\":\"text\",\"input\":\"Hello\",\"provider\":{\"type\":\"microsoft\",\"voice_id\":\"Nobody\"}}}",
          "{\"driver_url\":\"bank://lively\"," + good + "}",
          "{\"source_url\":\"http://example.invalid/a.png\"," + good + "}",
          "{\"source_url\":\"https://example.invalid/a.gif\"," + good + "}",
          "{\"source_url\":\"s3://nowhere/a.png\"," + good + "}",
          "{\"user_data\":\"  \"," + good + "}",
          "{\"webhook\":\"http://example.invalid/hook\"," + good + "}",
          "{\"config\":{\"result_format\":\"avi\"}," + good + "}",
          "{\"config\":{\"pad_audio\":61}," + good + "}",
        }) {
      assertThat(did.post("/talks", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(sandbox.charges()).isEmpty();
  }

  @Test
  void credentials_areCheckedInBothForms() throws Exception {
    try (var strict =
        Sandbox.builder().requireKey(Vendor.DID, Secret.of("dXNlcg==:secret")).start()) {
      var url = strict.url(Vendor.DID);
      var encoded =
          Base64.getEncoder().encodeToString("dXNlcg==:secret".getBytes(StandardCharsets.UTF_8));
      assertThat(status(url, "Basic dXNlcg==:secret")).isEqualTo(200);
      assertThat(status(url, "Basic " + encoded)).isEqualTo(200);
      assertThat(status(url, "Basic dXNlcg==:wrong")).isEqualTo(401);
      assertThat(status(url, "dXNlcg==:secret")).isEqualTo(401);
      assertThat(new TestClient(url).get("/credits").statusCode()).isEqualTo(401);
    }
  }

  private static int status(String url, String authorization) throws Exception {
    return new TestClient(url).with("Authorization", authorization).get("/credits").statusCode();
  }

  @Test
  void wrongPath_answersLikeTheGateway() throws Exception {
    var answer = did.get("/v1/talks");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("message").asText()).contains("Authorization header");
    assertThat(json(answer).has("kind")).isFalse();
  }
}
