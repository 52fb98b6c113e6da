package io.vidgen.sandbox.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.testkit.openapi.Exchange;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ElevenLabsImitationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SAY = "/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb";

  private static Sandbox sandbox;
  private static OpenApiDocument document;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(100_000)).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SAY,
        SAY + "?output_format=wav_16000",
        SAY + "?output_format=pcm_8000",
        SAY + "?output_format=opus_48000_32",
        SAY + "?output_format=ulaw_8000",
        SAY + "/stream",
        SAY + "/with-timestamps",
        SAY + "/with-timestamps?output_format=mp3_22050_32",
        SAY + "/stream/with-timestamps?output_format=pcm_16000"
      })
  void say_eachWay_answersWhatTheDocumentAllows(String target) throws Exception {
    var answer = say(target, "{\"text\":\"Good morning, everyone.\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("request-id").orElse("")).hasSize(20);
    assertThat(answer.headers().firstValue("character-cost")).hasValue("23");
    assertThat(answer.headers().firstValue("maximum-concurrent-requests")).hasValue("5");
  }

  @Test
  void timed_text_reportsEveryCharacterOnceInOrder() throws Exception {
    var text = "We sold 1,250 tickets — déjà 👩‍🚀!";
    var answer = tree(say(SAY + "/with-timestamps", JSON.createObjectNode().put("text", text)));

    var alignment = answer.path("alignment");
    var spelled = new StringBuilder();
    alignment.path("characters").forEach(one -> spelled.append(one.asText()));
    assertThat(spelled.toString()).isEqualTo(text);
    double last = 0;
    for (var start : alignment.path("character_start_times_seconds")) {
      assertThat(start.asDouble()).isGreaterThanOrEqualTo(last);
      last = start.asDouble();
    }
    var normalized = new StringBuilder();
    answer
        .path("normalized_alignment")
        .path("characters")
        .forEach(one -> normalized.append(one.asText()));
    assertThat(normalized.toString()).startsWith(" We sold one thousand two hundred fifty");
  }

  @Test
  void timedStream_joined_isTheSameAsOnePiece() throws Exception {
    var body = "{\"text\":\"A stream is the same sound in many pieces, one on each line.\"}";
    var whole = tree(say(SAY + "/with-timestamps?output_format=pcm_16000", body));
    var lines =
        new String(
                say(SAY + "/stream/with-timestamps?output_format=pcm_16000", body).body(),
                StandardCharsets.UTF_8)
            .lines()
            .toList();

    var sound = new ByteArrayOutputStream();
    var characters = new StringBuilder();
    for (var line : lines) {
      var piece = JSON.readTree(line);
      sound.write(Base64.getDecoder().decode(piece.path("audio_base64").asText()));
      piece.path("alignment").path("characters").forEach(c -> characters.append(c.asText()));
    }
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(sound.toByteArray())
        .isEqualTo(Base64.getDecoder().decode(whole.path("audio_base64").asText()));
    assertThat(characters.toString()).startsWith("A stream is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422|{}",
        "422|{\"text\":\"Hi\",\"seed\":4294967296}",
        "422|{\"text\":\"Hi\",\"previous_request_ids\":[\"a\",\"b\",\"c\",\"d\"]}",
        "422|no json",
        "400|{\"text\":\" \"}",
        "404|{\"text\":\"Hi\",\"model_id\":\"eleven_v9\"}",
        "400|{\"text\":\"Hi\",\"model_id\":\"eleven_v3\",\"previous_text\":\"Before.\"}",
        "400|{\"text\":\"Hi\",\"voice_settings\":{\"speed\":2}}"
      })
  void say_whatCannotBe_isRefusedAndNotCharged(int status, String body) throws Exception {
    int before = sandbox.charges().size();

    assertThat(say(SAY + "/with-timestamps", body).statusCode()).isEqualTo(status);
    assertThat(sandbox.charges()).hasSize(before);
  }

  @Test
  void say_moreThanTheModelTakes_isRefused() throws Exception {
    var body =
        JSON.createObjectNode().put("text", "word ".repeat(2001)).put("model_id", "eleven_v3");

    assertThat(tree(say(SAY, body)).path("detail").path("code").asText())
        .isEqualTo("text_too_long");
  }

  @Test
  void say_moreThanTheCredits_isRefusedWithTheOldCode() throws Exception {
    try (var poor = Sandbox.builder().scale(0).credits(BigDecimal.TEN).start()) {
      var request =
          HttpRequest.newBuilder(URI.create(poor.url(Vendor.ELEVENLABS) + SAY))
              .header("xi-api-key", "key")
              .POST(BodyPublishers.ofString("{\"text\":\"More than ten characters\"}"))
              .build();
      var answer = HTTP.send(request, BodyHandlers.ofByteArray());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(tree(answer).path("detail").path("status").asText()).isEqualTo("quota_exceeded");
    }
  }

  @Test
  void account_pages_answerWhatTheDocumentAllows() throws Exception {
    assertThat(tree(get("/v1/models")).size()).isEqualTo(6);
    var first = tree(get("/v2/voices?page_size=100"));
    assertThat(first.path("voices").size()).isEqualTo(102);
    assertThat(first.path("has_more").asBoolean()).isTrue();
    var token = first.path("next_page_token").asText();
    var second = tree(get("/v2/voices?page_size=100&next_page_token=" + token));
    assertThat(second.path("has_more").asBoolean()).isFalse();
    assertThat(tree(get("/v1/user/subscription")).path("tier").asText()).isEqualTo("creator");
    assertThat(get("/v2/voices?page_size=101").statusCode()).isEqualTo(400);
  }

  @Test
  void errors_eachOnDemand_haveTheVendorsShapes() throws Exception {
    assertThat(sandbox.errors(Vendor.ELEVENLABS)).hasSizeGreaterThan(65);
    for (var name : sandbox.errors(Vendor.ELEVENLABS)) {
      sandbox.inject(Vendor.ELEVENLABS, "get_models", new Fault.VendorError(name));
      var answer = get("/v1/models");
      assertThat(answer.statusCode()).as(name).isBetween(400, 503);
      assertThat(tree(answer).has("detail") || name.equals("unwrapped")).as(name).isTrue();
    }
  }

  @Test
  void say_withoutKey_isRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url(Vendor.ELEVENLABS) + "/v1/models")).build();

    assertThat(HTTP.send(request, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<byte[]> get(String target) throws Exception {
    return send(target, builder(target).GET().build(), new byte[0]);
  }

  private static HttpResponse<byte[]> say(String target, JsonNode body) throws Exception {
    return say(target, body.toString());
  }

  private static HttpResponse<byte[]> say(String target, String body) throws Exception {
    return send(
        target,
        builder(target)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder builder(String target) {
    return HttpRequest.newBuilder(URI.create(sandbox.url(Vendor.ELEVENLABS) + target))
        .header("xi-api-key", "key");
  }

  /** Sends, and holds good answers to the document. */
  private static HttpResponse<byte[]> send(String target, HttpRequest request, byte[] body)
      throws Exception {
    var answer = HTTP.send(request, BodyHandlers.ofByteArray());
    boolean lines = target.contains("/stream/with-timestamps");
    if (answer.statusCode() == 200) {
      var first =
          lines
              ? new String(answer.body(), StandardCharsets.UTF_8)
                  .lines()
                  .findFirst()
                  .orElseThrow()
                  .getBytes(StandardCharsets.UTF_8)
              : answer.body();
      var asked = Exchange.of(request.method(), target);
      var exchange =
          new Exchange(
              asked.method(),
              asked.path(),
              asked.query(),
              body.length == 0 ? Map.of() : Map.of("content-type", List.of("application/json")),
              body,
              200,
              answer.headers().map(),
              first);
      assertThat(document().lenient().check(exchange)).isEmpty();
    }
    return answer;
  }

  private static JsonNode tree(HttpResponse<byte[]> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** Read once: it is large. */
  private static OpenApiDocument document() throws IOException {
    if (document != null) {
      return document;
    }
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts/elevenlabs/elevenlabs.openapi.json");
      if (Files.isRegularFile(file)) {
        document = OpenApiDocument.load(file);
        return document;
      }
    }
    assumeTrue(false, "needs shared/contracts/elevenlabs/elevenlabs.openapi.json");
    throw new IOException("no document");
  }
}
