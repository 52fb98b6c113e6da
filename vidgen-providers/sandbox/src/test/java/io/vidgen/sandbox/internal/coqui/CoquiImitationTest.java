package io.vidgen.sandbox.internal.coqui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.audio.WavReader;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quirks of both servers. */
final class CoquiImitationTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Sandbox sandbox;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void tts_anyText_isAtFullScaleWithTenThousandZerosBehind() throws Exception {
    var sound = sound(post("/original/api/tts", "text", "Hello there."));

    float peak = 0;
    for (float sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    int zeros = 0;
    for (int i = sound.samples().length - 1; i >= 0 && sound.samples()[i] == 0; i--) {
      zeros++;
    }
    assertThat(sound.rate()).isEqualTo(22_050);
    assertThat(peak).isGreaterThan(0.99f);
    assertThat(zeros).isBetween(10_000, 20_000);
  }

  @Test
  void tts_headerAndForm_headerWins() throws Exception {
    var request = form("/api/tts", "text", "Hello.", "speaker_id", "Nobody");

    var answer = send(request.header("speaker-id", "Craig Gutsy"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/tts, ' ', '', '', 400, application/json",
    "/api/tts, Hello., Nobody, en, 500, application/json",
    "/api/tts, Hello., p225, xx, 500, application/json",
    "/original/api/tts, '', '', '', 500, text/html",
    "/original/api/tts, Hello., p225, '', 500, text/html",
    "/original/api/tts, Hello., '', fr, 200, audio/wav",
    "/original-many/api/tts, Hello., '', en, 500, text/html",
    "/original-many/api/tts, Hello., p225, '', 500, text/html",
    "/original-many/api/tts, Hello., p225, en, 200, audio/wav",
  })
  void tts_whatModelsAreMade_answersAsTheyDo(
      String path, String text, String speaker, String language, int status, String type)
      throws Exception {
    var answer = post(path, "text", text, "speaker_id", speaker, "language_id", language);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
  }

  @Test
  void tts_json_isNotRead() throws Exception {
    var request =
        to("/api/tts")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Hello.\"}"));

    assertThat(send(request).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'', audio/mpeg, 200",
    "wav, audio/wav, 200",
    "pcm, audio/L16, 200",
    "aac, audio/aac, 200",
    "flac, audio/flac, 200",
    "midi, text/html, 400"
  })
  void speech_format_isAnsweredInItsType(String format, String type, int status) throws Exception {
    var wish = format.isEmpty() ? "" : ",\"response_format\":\"" + format + "\"";
    var request =
        to("/v1/audio/speech")
            .POST(HttpRequest.BodyPublishers.ofString("{\"input\":\"Hello.\"" + wish + "}"));

    var answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
  }

  @Test
  void speech_original_isNotThere() throws Exception {
    assertThat(post("/original/v1/audio/speech", "input", "Hello.").statusCode()).isEqualTo(404);
  }

  @Test
  void voices_fork_listsNamesWithSpaces() throws Exception {
    assertThat(new String(send(to("/voices")).body(), StandardCharsets.UTF_8))
        .contains("Craig Gutsy en u\n");
    assertThat(new String(send(to("/locales")).body(), StandardCharsets.UTF_8)).isEqualTo("en\n");
  }

  @Test
  void tts_spoken_isKnownToTheRegister() throws Exception {
    var file = directory.resolve("spoken.wav");
    Files.write(file, post("/api/tts", "text", "One small step. One giant leap.").body());

    assertThat(sandbox.hear(file))
        .hasValueSatisfying(
            heard -> assertThat(heard.text()).isEqualTo("One small step. One giant leap."));
  }

  private WavReader.Sound sound(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return WavReader.read(Files.write(directory.resolve("answer.wav"), answer.body()));
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.url(Vendor.COQUI) + path));
  }

  private static HttpRequest.Builder form(String path, String... fields) {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return to(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private static HttpResponse<byte[]> post(String path, String... fields) throws Exception {
    return send(form(path, fields));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }
}
