package io.vidgen.testkit.recording;

import static io.vidgen.testkit.recording.SmallVendor.KEY;
import static io.vidgen.testkit.recording.SmallVendor.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vidgen.testkit.SecretHunt;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RecordingProxyTest {
  private static final RecordingOptions OPTIONS =
      RecordingOptions.ofDefaults().secrets(KEY, SIGNATURE).timeout(Duration.ofSeconds(20));

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    var basic =
        Base64.getEncoder().encodeToString(("user:" + KEY).getBytes(StandardCharsets.UTF_8));
    return client.send(
        request.timeout(Duration.ofSeconds(30)).header("authorization", "Basic " + basic).build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(URI base, String target) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base + target)));
  }

  private HttpResponse<byte[]> post(URI base, String target, String type, String body)
      throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base + target))
            .header("content-type", type)
            .header("xi-api-key", KEY)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** What an adapter does: submit, poll until done, download. */
  private String wholeJob(URI base) throws Exception {
    var log = new StringBuilder();
    var submitted =
        post(
            base,
            "/jobs",
            "application/json",
            "{\"text\": \"Hi\", \"attempt\": \"" + UUID.randomUUID() + "\"}");
    log.append(submitted.statusCode()).append(text(submitted));
    var answer = "";
    for (int i = 0; i < 3; i++) {
      answer = text(get(base, "/jobs/job_1"));
      log.append('\n').append(answer.replace(base.toString(), "SELF"));
    }
    var result = new JsonMapper().readTree(answer).path("result_url").asText();
    assertThat(result).startsWith(base + "/").endsWith("/clip.mp4");
    assertThat(send(HttpRequest.newBuilder(URI.create(result))).body()).isEqualTo(SmallVendor.CLIP);
    return log.toString();
  }

  @Test
  void record_wholeJob_isReplayedWithoutTheVendor() throws Exception {
    String recorded;
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS)) {
      recorded = wholeJob(proxy.address());
      assertThat(vendor.seen()).hasSize(5);
      assertThat(vendor.seen().get(0)).startsWith("POST job Basic ");
      assertThat(vendor.seen().get(4))
          .isEqualTo("file /out/clip.mp4?X-Amz-Signature=" + SIGNATURE + "3&part=1 null");
    }
    assertThat(SecretHunt.of(KEY, SIGNATURE).inFiles(directory)).isEmpty();

    for (int run = 0; run < 2; run++) {
      try (var proxy = RecordingProxy.replay(directory, OPTIONS)) {
        var again = wholeJob(proxy.address());
        assertThat(unsigned(again)).isEqualTo(unsigned(recorded));
        assertThat(proxy.unmatched()).isEmpty();
        assertThat(proxy.remaining()).isEmpty();
      }
    }
  }

  private static String unsigned(String log) {
    return log.replaceAll("\"source_url\".*", "");
  }

  @Test
  void record_secretsInEveryForm_areNotKept() throws Exception {
    var utf8 = KEY.getBytes(StandardCharsets.UTF_8);
    var url = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS)) {
      var self = proxy.address();
      post(self, "/echo?key=short&k=" + url, "application/json", "{\"a\": \"" + KEY + "\"}");
      post(self, "/echo", "application/x-www-form-urlencoded", "password=tiny&k=" + url);
      post(self, "/echo", "text/plain", "see https://u:pw@h.invalid/x?sig=abc&n=1 " + KEY);
      post(self, "/echo", "application/octet-stream", "\u0000" + "x".repeat(70_000) + KEY);
      post(self, "/echo", "text/plain", HexFormat.of().withUpperCase().formatHex(utf8));
      post(
          self,
          "/echo",
          "text/plain",
          Base64.getEncoder().encodeToString(("ab" + KEY).getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(SecretHunt.of(KEY).inFiles(directory)).isEmpty();
    assertThat(SecretHunt.of("sig=abc&n", "u:pw@h.in", "key=short", "rd=tiny&k").inFiles(directory))
        .isEmpty();
    assertThat(directory.resolve("0003-request.bin"))
        .hasContent("see https://h.invalid/x?sig=[scrubbed]&n=1 [scrubbed]");
    assertThat(directory.resolve("0004-answer.bin")).content().endsWith("x[scrubbed]");
    assertThat(directory.resolve("0001.json"))
        .content()
        .contains("\"authorization\" : [ \"[scrubbed]\" ]");
  }

  @Test
  void replay_multipart_doesNotMindTheBoundary() throws Exception {
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS)) {
      upload(proxy.address(), "first", "same");
      upload(proxy.address(), "first", "https://h.invalid/a?X-Amz-Signature=abcdefgh&b=\u00fc");
    }
    assertThat(directory.resolve("0002-request.bin"))
        .content()
        .contains("https://h.invalid/a?X-Amz-Signature=[scrubbed]&b=\u00fc")
        .startsWith("--vidgen-boundary\r\n");
    try (var proxy = RecordingProxy.replay(directory, OPTIONS)) {
      assertThat(upload(proxy.address(), "second", "other").statusCode()).isEqualTo(599);
      var answer = upload(proxy.address(), "third", "same");
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    assertThat(RecordingProxy.exchanges(directory))
        .hasSize(2)
        .first()
        .satisfies(
            one -> {
              assertThat(one.path()).isEqualTo("/echo");
              assertThat(new String(one.requestBody(), StandardCharsets.UTF_8)).contains("same");
            });
  }

  private HttpResponse<byte[]> upload(URI base, String boundary, String value) throws Exception {
    var body =
        "--"
            + boundary
            + "\r\ncontent-disposition: form-data; name=\"f\"\r\n\r\n"
            + value
            + "\r\n--"
            + boundary
            + "--\r\n";
    return post(base, "/echo", "multipart/form-data; boundary=" + boundary, body);
  }

  @Test
  void replay_unknownRequest_namesTheNearest() throws Exception {
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS)) {
      post(proxy.address(), "/echo", "application/json", "{\"a\": {\"b\": 1}, \"c\": 2.50}");
      get(proxy.address(), "/echo");
    }
    try (var proxy = RecordingProxy.replay(directory, OPTIONS)) {
      var self = proxy.address();
      var wrong = post(self, "/echo", "application/json", "{\"a\": {\"b\": 2}, \"c\": 2.50}");
      assertThat(wrong.statusCode()).isEqualTo(599);
      assertThat(text(wrong)).contains("nearest is 0001 POST /echo, whose body differs at /a/b");
      assertThat(text(post(self, "/echo", "application/json", "{\"c\": 2.50, \"a\": {\"b\": 1}}")))
          .isEqualTo("{\"a\":{\"b\":1},\"c\":2.50}");
      assertThat(text(post(self, "/echo", "application/json", "{\"c\": 2.50, \"a\": {\"b\": 1}}")))
          .contains("which was answered before");
      assertThat(proxy.remaining()).containsExactly("0002 GET /echo");
      for (int i = 0; i < 3; i++) {
        assertThat(get(self, "/echo").statusCode()).isEqualTo(200);
      }
      assertThat(proxy.unmatched()).hasSize(2);
    }
  }

  @Test
  void record_proxyAddressInARequest_reachesTheVendorAsItsOwn() throws Exception {
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS)) {
      var self = proxy.address();
      get(self, "/jobs/job_1");
      get(self, "/jobs/job_1");
      var done = new JsonMapper().readTree(get(self, "/jobs/job_1").body());
      post(
          self,
          "/echo",
          "application/json",
          "{\"from\": \"" + done.path("result_url").asText() + "\"}");
      assertThat(vendor.seen().get(3))
          .contains("/out/clip.mp4?X-Amz-Signature")
          .doesNotContain(self.toString());
    }
    assertThat(directory.resolve("0004-request.bin"))
        .hasContent("{\"from\":\"http://replay.invalid/-/download/1/clip.mp4\"}");
  }

  @Test
  void record_vendorSilent_endsInTime() throws Exception {
    var strict = OPTIONS.timeout(Duration.ofMillis(500));
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, strict)) {
      assertThat(get(proxy.address(), "/slow").statusCode()).isIn(502, 504);
    }
    assertNothingRecorded();
  }

  @Test
  void record_vendorSilentAgainAndAgain_alwaysSaysSo() throws Exception {
    var strict = OPTIONS.timeout(Duration.ofMillis(40));
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, strict)) {
      for (int i = 0; i < 25; i++) {
        assertThat(get(proxy.address(), "/slow").statusCode()).isIn(502, 504);
      }
    }
  }

  @Test
  void record_bodyTooLargeOrNothingThere_isSaid() throws Exception {
    try (var vendor = new SmallVendor();
        var proxy = RecordingProxy.record(vendor.address(), directory, OPTIONS.maxBody(1000))) {
      assertThat(post(proxy.address(), "/echo", "text/plain", "x".repeat(1001)).statusCode())
          .isEqualTo(502);
      assertThat(get(proxy.address(), "/-/download/7/none").statusCode()).isEqualTo(404);
    }
    assertNothingRecorded();
  }

  private void assertNothingRecorded() {
    assertThatThrownBy(() -> RecordingProxy.replay(directory, OPTIONS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no recording");
  }

  @Test
  void record_directoryWithRecording_isRefused() throws Exception {
    Files.writeString(directory.resolve("0001.json"), "{}");
    assertThatThrownBy(
            () -> RecordingProxy.record(URI.create("http://127.0.0.1:1"), directory, OPTIONS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds a recording");
  }

  @Test
  void options_printed_hideSecrets() {
    assertThat(OPTIONS.toString()).doesNotContain(KEY).contains("2 secrets");
  }
}
