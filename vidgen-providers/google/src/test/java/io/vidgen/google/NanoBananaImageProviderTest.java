package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageRequest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanoBananaImageProviderTest {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 2};

  private FakeGemini gemini;

  @BeforeEach
  void start() throws Exception {
    gemini = new FakeGemini();
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void call_picture_isStoredByOnePost() throws Exception {
    gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(PNG, "image/png")));
    var image = gemini.draw("gemini-nano-banana-2.1", request(List.of(), null, 0)).image();
    assertThat(image.mediaType()).isEqualTo("image/png");
    assertThat(gemini.context().bytes(image)).isEqualTo(PNG);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_always_sendsReferencesThenPromptRatioAndSize() throws Exception {
    gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(PNG, "image/png")));
    var references =
        List.of(
            gemini.context().input(PNG, "image/png"), gemini.context().input(JPEG, "image/jpeg"));
    gemini.draw("gemini-nano-banana-2.1", request(references, 7L, 2));
    assertThat(gemini.request(0).getTarget())
        .isEqualTo("/v1beta/models/gemini-nano-banana-2.1:generateContent");
    var body = gemini.body(0);
    var parts = body.at("/contents/0/parts");
    assertThat(parts).hasSize(3);
    assertThat(parts.at("/0/inlineData/mimeType").asText()).isEqualTo("image/png");
    assertThat(Base64.getDecoder().decode(parts.at("/0/inlineData/data").asText())).isEqualTo(PNG);
    assertThat(parts.at("/1/inlineData/mimeType").asText()).isEqualTo("image/jpeg");
    assertThat(parts.at("/2/text").asText())
        .startsWith("A banana at sea\n\nStyle: 3D cartoon\n\nThe pictures above are references");
    var config = body.at("/generationConfig");
    assertThat(config.at("/responseModalities").toString()).isEqualTo("[\"TEXT\",\"IMAGE\"]");
    assertThat(config.at("/imageConfig").toString())
        .isEqualTo("{\"aspectRatio\":\"9:16\",\"imageSize\":\"2K\"}");
    assertThat(config.at("/seed").asInt()).isEqualTo(9);
  }

  @Test
  void call_olderModel_isNotToldASize() throws Exception {
    gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(JPEG, "image/jpeg")));
    var image = gemini.draw("gemini-2.5-flash-image", request(List.of(), null, 0)).image();
    assertThat(image.mediaType()).isEqualTo("image/jpeg");
    assertThat(gemini.body(0).at("/generationConfig/imageConfig").toString())
        .isEqualTo("{\"aspectRatio\":\"9:16\"}");
    assertThat(gemini.body(0).at("/generationConfig").has("seed")).isFalse();
  }

  @Test
  void call_sketchesOfAModelThatThinks_takesTheLastPicture() throws Exception {
    gemini.says(
        GeminiAnswers.of(
            "STOP",
            GeminiAnswers.picture(JPEG, "image/jpeg").put("thought", true),
            GeminiAnswers.textPart("Done."),
            GeminiAnswers.picture(PNG, "image/png").put("thought", true)));
    var image = gemini.draw("gemini-3-pro-image", request(List.of(), null, 0)).image();
    assertThat(gemini.context().bytes(image)).isEqualTo(PNG);
  }

  @Test
  void call_typeThatTheBytesAreNot_goesByTheBytes() throws Exception {
    gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(JPEG, "image/png")));
    var image = gemini.draw("gemini-3-pro-image", request(List.of(), null, 0)).image();
    assertThat(image.mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void call_textInsteadOfAPicture_saysWhatItSaid() {
    gemini.says(GeminiAnswers.text("I would rather write a poem."));
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains("STOP").contains("I would rather write a poem.");
    assertThat(failure.context().provider()).isEqualTo("nano-banana");
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE_SAFETY, CONTENT_FILTERED",
    "PROHIBITED_CONTENT, CONTENT_FILTERED",
    "IMAGE_PROHIBITED_CONTENT, CONTENT_FILTERED",
    "IMAGE_RECITATION, CONTENT_FILTERED",
    "SAFETY, CONTENT_FILTERED",
    "NO_IMAGE, PROTOCOL",
    "IMAGE_OTHER, PROTOCOL",
    "A_REASON_OF_TOMORROW, PROTOCOL",
    "MAX_TOKENS, PROTOCOL"
  })
  void call_noPicture_isTypedByTheReason(String reason, FailureKind kind) {
    gemini.says(GeminiAnswers.withoutContent(reason, "Unable to show the generated image."));
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains(reason);
  }

  @Test
  void call_blockedPrompt_isFiltered() {
    gemini.says(GeminiAnswers.blocked("OTHER"));
    assertThat(failure().kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
  }

  @Test
  void call_bytesThatAreNoPicture_areRefused() {
    gemini.says(
        GeminiAnswers.of("STOP", GeminiAnswers.picture("<html>".getBytes(UTF), "image/png")));
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.message()).contains("neither PNG nor JPEG");
  }

  @Test
  void call_hugePicture_isRefused() {
    var huge = java.util.Arrays.copyOf(PNG, (32 << 20) + 1);
    gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(huge, "image/png")));
    var failure = failure();
    assertThat(failure.kind()).isIn(FailureKind.PROTOCOL, FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.charged()).isNotEqualTo(Boolean.FALSE);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT, INVALID_REQUEST, false",
    "403, PERMISSION_DENIED, AUTHENTICATION, false",
    "404, NOT_FOUND, INVALID_REQUEST, false",
    "429, RESOURCE_EXHAUSTED, RATE_LIMITED, false",
    "500, INTERNAL, UNKNOWN_OUTCOME,"
  })
  void call_errorOfTheService_isTypedAndSentOnce(
      int code, String status, FailureKind kind, @Nullable Boolean charged) {
    gemini.says(code, GeminiAnswers.error(code, status, "no"));
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged()).isEqualTo(charged);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_retiredModel_namesACurrentOne() {
    gemini.says(404, GeminiAnswers.error(404, "NOT_FOUND", "models/x is not found"));
    assertThat(failure().remedy()).contains("gemini-nano-banana-2.1");
  }

  @Test
  void check_requestsItCannotServe_nameTheField() {
    var webp = artifact("image/webp", 100);
    var large = artifact("image/png", 8_000_000);
    var small = artifact("image/png", 100);
    assertThat(fields("gemini-2.5-flash-image", request(List.of(webp), null, 0)))
        .containsExactly("references[0]");
    assertThat(fields("gemini-2.5-flash-image", request(List.of(large, large), null, 0)))
        .containsExactly("references");
    assertThat(
            fields("gemini-2.5-flash-image", request(List.of(small, small, small, small), null, 0)))
        .containsExactly("references");
    assertThat(
            fields("gemini-nano-banana-2.1", request(List.of(small, small, small, small), null, 0)))
        .isEmpty();
    assertThat(fields("gemini-nano-banana-2.1", request(List.of(), -1L, 0)))
        .containsExactly("seed");
    assertThat(
            fields(
                "gemini-nano-banana-2.1",
                new ImageRequest(" ", "", VideoFormat.SQUARE, List.of(), null, 0)))
        .containsExactly("prompt");
  }

  @Test
  void capabilities_always_takeReferencesAndAnyFormat() {
    var able = gemini.images("gemini-nano-banana-2.1").capabilities();
    assertThat(able.has(Capabilities.Feature.REFERENCES)).isTrue();
    assertThat(able.formats()).isEmpty();
  }

  private List<String> fields(String model, ImageRequest request) {
    return gemini.images(model).check(request).stream().map(Problem::field).toList();
  }

  private io.vidgen.error.Failure failure() {
    return gemini.failure(() -> gemini.draw("gemini-nano-banana-2.1", request(List.of(), null, 0)));
  }

  private static Artifact artifact(String type, long size) {
    return new Artifact(new Fingerprint("a".repeat(64)), type, size);
  }

  private static ImageRequest request(List<Artifact> references, @Nullable Long seed, int take) {
    return new ImageRequest(
        "A banana at sea", "3D cartoon", VideoFormat.PORTRAIT, references, seed, take);
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;
}
