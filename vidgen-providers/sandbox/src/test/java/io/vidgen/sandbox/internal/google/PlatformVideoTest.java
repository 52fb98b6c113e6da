package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.LONG;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.instance;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Veo through the platform: tokens, buckets, results in the answer. */
class PlatformVideoTest {
  private static final String MODEL = "veo-3.1-fast-generate-001";
  private static final String PROJECT =
      "/v1beta1/projects/p-1/locations/us-central1/publishers/google/models/";
  private static final String SHORT = "{'durationSeconds':4,'generateAudio':false}";

  private Sandbox sandbox;
  private TestClient platform;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().virtualTime(Instant.EPOCH).scale(1).start();
    platform =
        new TestClient(sandbox.url(Vendor.GOOGLE)).with("Authorization", "Bearer sandbox-google");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String begin(TestClient client, String prefix, ObjectNode body) throws Exception {
    var answer = client.post(prefix + MODEL + ":predictLongRunning", body.toString());
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return TestClient.json(answer).path("name").asText();
  }

  private JsonNode fetch(TestClient client, String name) throws Exception {
    var resource = name.split("/operations/", 2)[0];
    var body = "{\"operationName\":\"" + name + "\"}";
    return TestClient.json(client.post("/v1beta1/" + resource + ":fetchPredictOperation", body));
  }

  private void refused(ObjectNode body) throws Exception {
    var answer = platform.post(PROJECT + MODEL + ":predictLongRunning", body.toString());
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
  }

  @Test
  void video_withoutStorage_comesInTheAnswerAndCanBeMadeLonger(@TempDir Path folder)
      throws Exception {
    var name = begin(platform, PROJECT, body("A lake", SHORT));
    assertThat(name).startsWith(PROJECT.substring("/v1beta1/".length()) + MODEL + "/operations/");
    assertThat(fetch(platform, name).has("done")).isFalse();
    sandbox.advance(LONG);
    var response = fetch(platform, name).path("response");
    assertThat(response.path("raiMediaFilteredCount").asInt()).isZero();
    var video = response.path("videos").path(0);
    assertThat(video.path("mimeType").asText()).isEqualTo("video/mp4");
    var bytes = Base64.getDecoder().decode(video.path("bytesBase64Encoded").asText());
    assertThat(seconds(folder, bytes)).isCloseTo(4, within(0.1));
    assertThat(sandbox.charges().get(0).amount()).isEqualByComparingTo("0.32");

    var more = body("A hill", SHORT);
    instance(more)
        .putObject("video")
        .put("bytesBase64Encoded", video.path("bytesBase64Encoded").asText())
        .put("mimeType", "video/mp4");
    var longer = begin(platform, PROJECT, more);
    sandbox.advance(LONG);
    var whole = fetch(platform, longer).path("response").path("videos").path(0);
    var all = Base64.getDecoder().decode(whole.path("bytesBase64Encoded").asText());
    assertThat(seconds(folder, all)).isCloseTo(11, within(0.1));
  }

  private static double seconds(Path folder, byte[] bytes) throws Exception {
    var file = Files.write(Files.createTempFile(folder, "veo", ".mp4"), bytes);
    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    return info.duration().toMillis() / 1000.0;
  }

  @Test
  void video_withStorage_isInTheBucket() throws Exception {
    var parameters =
        "{'durationSeconds':4,'generateAudio':false,'storageUri':'gs://films/a','sampleCount':2}";
    var name = begin(platform, PROJECT, body("A lake", parameters));
    sandbox.advance(LONG);
    var videos = fetch(platform, name).path("response").path("videos");
    assertThat(videos).hasSize(2);
    var uri = videos.path(0).path("gcsUri").asText();
    assertThat(uri).startsWith("gs://films/a/").endsWith("/sample_0.mp4");
    var object = URLEncoder.encode(uri.substring("gs://films/".length()), StandardCharsets.UTF_8);
    var file = platform.get("/storage/v1/b/films/o/" + object + "?alt=media");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).contains("video/mp4");
  }

  @Test
  void express_worksWithAKey() throws Exception {
    var express =
        new TestClient(sandbox.url(Vendor.GOOGLE)).with("x-goog-api-key", "sandbox-google");
    var name = begin(express, "/v1beta1/publishers/google/models/", body("A lake", SHORT));
    sandbox.advance(LONG);
    assertThat(fetch(express, name).path("done").asBoolean()).isTrue();
    assertThat(sandbox.leaks()).isEmpty();
  }

  @Test
  void refusals_areThoseOfThePlatform() throws Exception {
    refused(body("A lake", "{'sampleCount':5}"));
    refused(body("A lake", "{'seed':-1}"));
    refused(body("A lake", "{'durationSeconds':5}"));
    refused(body("A lake", "{'personGeneration':'everyone'}"));
    refused(body("A lake", "{'storageUri':'s3://films'}"));
    var unknown = body("A lake", "{}");
    instance(unknown)
        .putObject("video")
        .put("gcsUri", "gs://films/other.mp4")
        .put("mimeType", "video/mp4");
    refused(unknown);
    var bare = new TestClient(sandbox.url(Vendor.GOOGLE));
    var path = PROJECT + MODEL + ":predictLongRunning";
    assertThat(bare.post(path, "{}").statusCode()).isEqualTo(401);
    var elsewhere = PROJECT.replace("us-central1", "asia-east1") + MODEL + ":predictLongRunning";
    assertThat(platform.post(elsewhere, body("A lake", "{}").toString()).statusCode())
        .isEqualTo(404);
    assertThat(sandbox.charges()).isEmpty();
  }
}
