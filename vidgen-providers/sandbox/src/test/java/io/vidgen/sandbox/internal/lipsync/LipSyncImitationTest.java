package io.vidgen.sandbox.internal.lipsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.media.MediaFixture;
import io.vidgen.sandbox.internal.media.Presenter;
import io.vidgen.sandbox.internal.media.Voices;
import java.io.ByteArrayOutputStream;
import java.net.URI;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both shapes of lip-sync server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LipSyncImitationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Sandbox sandbox;
  private MediaFixture media;
  private Path face;
  private Path speech;
  private Duration length;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    sandbox = Sandbox.start();
    media = new MediaFixture(directory);
    var recording = media.voices().speak(new Voices.Order("Hello there.", "en", "a", 1));
    speech = recording.wav();
    length = recording.duration();
    face = directory.resolve("face.png");
    Presenter.draw("anna", 128, 160, face);
  }

  @AfterAll
  void stop() {
    media.close();
    sandbox.close();
  }

  @Test
  void lipsync_faceAndSpeech_isAVideoAsLongAsTheSpeech(@TempDir Path directory) throws Exception {
    var answer = send(to("/lipsync").POST(form("video", face, "audio", speech)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/mp4");
    assertThat(answer.headers().firstValue("X-Job-Id")).isPresent();
    var video = Files.write(directory.resolve("v.mp4"), answer.body());
    assertThat(media.ffmpeg().soundLength(video).minus(length).abs())
        .isLessThan(Duration.ofMillis(100));
  }

  @Test
  void lipsync_noAudio_is422() throws Exception {
    var answer = send(to("/lipsync").POST(form("video", face, "sound", speech)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/detail/0/loc/1").asText()).isEqualTo("audio");
  }

  @Test
  void lipsync_audioIsNone_is500WithDetail() throws Exception {
    var answer = send(to("/lipsync").POST(form("video", face, "audio", face)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer).path("detail").asText()).isNotBlank();
  }

  @Test
  void predictions_dataAddresses_succeedWithADataAddress() throws Exception {
    var answer = predict("/cog/predictions/abc", data("image/png", face), "PUT");

    assertThat(answer.path("id").asText()).isEqualTo("abc");
    assertThat(answer.path("status").asText()).isEqualTo("succeeded");
    assertThat(answer.path("output").asText()).startsWith("data:video/mp4;base64,");
  }

  @Test
  void predictions_tinyFace_failsWithStatus200(@TempDir Path directory) throws Exception {
    var tiny = directory.resolve("tiny.png");
    Presenter.draw("tiny", 16, 16, tiny);

    var answer = predict("/cog/predictions", data("image/png", tiny), "POST");

    assertThat(answer.path("status").asText()).isEqualTo("failed");
    assertThat(answer.path("error").asText()).startsWith("Face not detected!");
  }

  @Test
  void healthCheck_idle_isReady() throws Exception {
    assertThat(json(send(to("/cog/health-check"))).path("status").asText()).isEqualTo("READY");
    assertThat(json(send(to("/health"))).path("status").asText()).isEqualTo("healthy");
  }

  private JsonNode predict(String path, String faceAddress, String method) throws Exception {
    var body = JSON.createObjectNode();
    body.putObject("input").put("face", faceAddress).put("audio", data("audio/wav", speech));
    var request = to(path).method(method, BodyPublishers.ofString(body.toString()));
    return json(send(request));
  }

  private static String data(String type, Path file) throws Exception {
    var base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    return "data:" + type + ";base64," + base64;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.url(Vendor.LIPSYNC) + path))
        .header("Content-Type", "multipart/form-data; boundary=xyz");
  }

  private static HttpRequest.BodyPublisher form(
      String firstName, Path first, String secondName, Path second) throws Exception {
    var body = new ByteArrayOutputStream();
    part(body, firstName, first);
    part(body, secondName, second);
    body.writeBytes("--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  private static void part(ByteArrayOutputStream body, String name, Path file) throws Exception {
    body.writeBytes(
        ("--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
