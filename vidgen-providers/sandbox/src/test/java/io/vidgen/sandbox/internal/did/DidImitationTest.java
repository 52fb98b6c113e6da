package io.vidgen.sandbox.internal.did;

import static io.vidgen.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-ID's behaviour, as a client sees it. */
class DidImitationTest {
  private static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps in the grass.\"},\"user_data\":\"attempt-1\"}";
  private static final Duration LONG = Duration.ofMinutes(5);

  private Sandbox sandbox;
  private TestClient did;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .virtualTime(Instant.parse("2026-01-01T00:00:00Z"))
            .scale(1)
            .credits(BigDecimal.TEN)
            .start();
    did = TestClient.did(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String create(String path, String body) throws Exception {
    var created = did.post(path, body);
    assertThat(created.statusCode()).as(text(created)).isEqualTo(201);
    return json(created).path("id").asText();
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private JsonNode talk(String id) throws Exception {
    return json(did.get("/talks/" + id));
  }

  @Test
  void talk_overTime_goesFromCreatedToDoneWithAVideoAsLongAsItsSpeech(@TempDir Path folder)
      throws Exception {
    var id = create("/talks", TALK);
    assertThat(id).startsWith("tlk_");
    assertThat(talk(id).path("status").asText()).isEqualTo("created");

    sandbox.advance(Duration.ofSeconds(10));
    var running = talk(id);
    assertThat(running.path("status").asText()).isEqualTo("started");
    assertThat(running.path("pending_url").asText()).startsWith("s3://");
    assertThat(running.has("result_url")).isFalse();

    sandbox.advance(LONG);
    var done = talk(id);
    assertThat(done.path("status").asText()).isEqualTo("done");
    assertThat(done.has("pending_url")).isFalse();
    assertThat(done.path("user_data").asText()).isEqualTo("attempt-1");

    var bare = new TestClient("");
    var download = bare.get(done.path("result_url").asText());
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.headers().firstValue("content-type")).contains("video/mp4");
    var file = Files.write(folder.resolve("talk.mp4"), download.body());
    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    assertThat(info.video().width()).isEqualTo(512);
    assertThat(info.duration().toMillis() / 1000.0)
        .isCloseTo(done.path("duration").asDouble(), within(0.15));
    assertThat(sandbox.hear(file)).get().extracting(h -> h.text()).asString().contains("fox");
    assertThat(sandbox.leaks()).isEmpty();
  }

  @Test
  void resultAddress_afterADay_hasExpiredAndTheNextGetSignsAFreshOne() throws Exception {
    var id = create("/talks", TALK);
    sandbox.advance(LONG);
    var first = talk(id).path("result_url").asText();
    var bare = new TestClient("");
    assertThat(bare.get(first).statusCode()).isEqualTo(200);

    sandbox.advance(Duration.ofHours(24));

    var late = bare.get(first);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(text(late)).contains("<Code>AccessDenied</Code>");
    var second = talk(id).path("result_url").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(bare.get(second).statusCode()).isEqualTo(200);
    assertThat(bare.get(second + "x").statusCode()).isEqualTo(403);
  }

  @Test
  void resultAddress_withAuthorization_isNotedAsLeak() throws Exception {
    var id = create("/talks", TALK);
    sandbox.advance(LONG);

    did.get(talk(id).path("result_url").asText());

    assertThat(sandbox.leaks()).hasSize(1);
    assertThat(sandbox.leaks().get(0).header()).isEqualTo("authorization");
    assertThat(sandbox.leaks().toString()).doesNotContain("password");
  }

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
  void uploads_areUsedByTalksAndClips(@TempDir Path folder) throws Exception {
    var image = json(upload("/images", "image", "face.png", "image/png", SamplePicture.png(300)));
    var wav = Samples.tone(folder.resolve("tone.wav"), 2.0);
    var audio = json(upload("/audios", "audio", "voice.wav", "audio/wav", Files.readAllBytes(wav)));
    assertThat(image.path("url").asText()).startsWith("s3://");
    assertThat(audio.path("duration").asDouble()).isCloseTo(2.0, within(0.01));

    var script =
        "\"script\":{\"type\":\"audio\",\"audio_url\":\"" + audio.path("url").asText() + "\"}";
    var talk =
        create("/talks", "{\"source_url\":\"" + image.path("url").asText() + "\"," + script + "}");
    var clip =
        create(
            "/clips",
            "{\"presenter_id\":\"amy-jcwCkr1grs\",\"config\":{\"result_format\":\"webm\"},"
                + script
                + "}");
    sandbox.advance(LONG);

    assertThat(talk(talk).path("duration").asDouble()).isCloseTo(2.0, within(0.05));
    var shown = json(did.get("/clips/" + clip));
    assertThat(shown.path("status").asText()).isEqualTo("done");
    var webm = new TestClient("").get(shown.path("result_url").asText());
    assertThat(webm.headers().firstValue("content-type")).contains("video/webm");
    assertThat(did.delete("/images/" + image.path("id").asText()).statusCode()).isEqualTo(204);
    assertThat(did.delete("/images/" + image.path("id").asText()).statusCode()).isEqualTo(404);
    var gone =
        did.post(
            "/talks", "{\"source_url\":\"" + image.path("url").asText() + "\"," + script + "}");
    assertThat(json(gone).path("kind").asText()).isEqualTo("BadRequestError");
  }

  private HttpResponse<byte[]> upload(
      String path, String field, String name, String type, byte[] content) throws Exception {
    return did.send("POST", path, TestClient.FORM, TestClient.form(field, name, type, content));
  }

  @Test
  void uploads_ofTheWrongKind_areRefused() throws Exception {
    var junk = "no picture".getBytes(StandardCharsets.UTF_8);
    assertThat(upload("/images", "image", "a.png", "image/png", junk).statusCode()).isEqualTo(415);
    assertThat(upload("/images", "image", "a.gif", "image/gif", junk).statusCode()).isEqualTo(415);
    assertThat(upload("/audios", "audio", "a.wav", "audio/wav", junk).statusCode()).isEqualTo(400);
    assertThat(upload("/audios", "audio", "a.txt", "text/plain", junk).statusCode()).isEqualTo(415);
    assertThat(
            upload("/images", "image", "../a b.png", "image/png", SamplePicture.png(8))
                .statusCode())
        .isEqualTo(400);
    assertThat(did.post("/images", "{}").statusCode()).isEqualTo(500);
    var large = new byte[(6 << 20) + 1];
    assertThat(json(upload("/audios", "audio", "a.wav", "audio/wav", large)).path("kind").asText())
        .isEqualTo("InvalidFileSizeError");
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
  void list_ofManyTalks_comesInPagesNewestFirst() throws Exception {
    var ids = new java.util.ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, create("/talks", TALK));
    }
    var seen = new java.util.ArrayList<String>();
    var token = "";
    do {
      var page = json(did.get("/talks?limit=2" + token));
      page.path("talks").forEach(t -> seen.add(t.path("id").asText()));
      assertThat(page.path("talks").get(0).path("user_data").asText()).isEqualTo("attempt-1");
      token = page.has("token") ? "&token=" + page.path("token").asText() : "";
    } while (!token.isEmpty());
    assertThat(seen).isEqualTo(ids);
  }

  @Test
  void delete_ofARunningTalk_isRefusedUntilItIsDone() throws Exception {
    var id = create("/talks", TALK);
    assertThat(did.delete("/talks/" + id).statusCode()).isEqualTo(409);
    sandbox.advance(LONG);
    assertThat(json(did.delete("/talks/" + id)).path("id").asText()).isEqualTo(id);
    assertThat(did.get("/talks/" + id).statusCode()).isEqualTo(404);
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

  @Test
  void webhook_onThisMachine_isCalledAtTheEnd() throws Exception {
    var bodies = new ArrayBlockingQueue<String>(4);
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      var hook = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=t";
      var id =
          create(
              "/talks",
              TALK.replace("\"user_data\"", "\"webhook\":\"" + hook + "\",\"user_data\""));
      assertThat(bodies).isEmpty();
      sandbox.advance(LONG);
      assertThat(bodies.poll(10, TimeUnit.SECONDS)).contains(id, "\"done\"", "attempt-1");
    } finally {
      server.stop(0);
    }
  }
}
