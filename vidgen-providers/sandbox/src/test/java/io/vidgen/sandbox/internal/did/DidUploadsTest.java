package io.vidgen.sandbox.internal.did;

import static io.vidgen.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.sandbox.TestClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and recordings, as a client uploads and uses them. */
final class DidUploadsTest extends DidFixture {
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
}
