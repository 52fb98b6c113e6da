package io.vidgen.rest.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenLabsErrorsTest {
  private static final Map<String, FailureKind> BY_TYPE =
      Map.of(
          "validation_error", FailureKind.INVALID_REQUEST,
          "invalid_request", FailureKind.INVALID_REQUEST,
          "authentication_error", FailureKind.AUTHENTICATION,
          "payment_required", FailureKind.QUOTA,
          "authorization_error", FailureKind.AUTHENTICATION,
          "not_found", FailureKind.INVALID_REQUEST,
          "rate_limit_error", FailureKind.RATE_LIMITED,
          "internal_error", FailureKind.UNAVAILABLE,
          "service_unavailable", FailureKind.UNAVAILABLE);

  @Test
  void map_everyDocumentedCode_isOfTheKindOfItsType() throws IOException {
    int count = 0;
    for (var row : codes().path("codes")) {
      var code = row.path("code").asText();
      var type = row.path("type").asText();
      var failure =
          map(
              row.path("http_status").asInt(),
              "{\"detail\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"No.\"}}"
                  .formatted(type, code));

      var kind = type.equals("conflict") ? failure.kind() : BY_TYPE.get(type);
      assertThat(failure.kind()).as(code).isEqualTo(kind);
      assertThat(failure.message()).as(code).contains(code).contains("No.");
      assertThat(failure.charged()).as(code).isFalse();
      count++;
    }
    assertThat(count).isGreaterThan(50);
  }

  @Test
  void map_everyOlderCode_isARefusal() throws IOException {
    for (var row : codes().path("legacy")) {
      for (var status : row.path("http_status")) {
        var failure =
            map(
                status.asInt(),
                "{\"detail\":{\"status\":\"%s\",\"message\":\"No.\"}}"
                    .formatted(row.path("status").asText()));

        assertThat(failure.kind().isRefusal()).as("%s", row).isTrue();
        assertThat(failure.kind()).isNotEqualTo(FailureKind.EXPIRED);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, quota_exceeded, QUOTA",
    "401, detected_unusual_activity, AUTHENTICATION",
    "401, invalid_api_key, AUTHENTICATION",
    "402, insufficient_credits, QUOTA",
    "400, voice_not_found, INVALID_REQUEST",
    "404, voice_not_found, INVALID_REQUEST",
    "400, max_character_limit_exceeded, INVALID_REQUEST",
    "403, output_format_not_allowed, AUTHENTICATION",
    "409, already_running, UNAVAILABLE",
    "409, voice_already_exists, INVALID_REQUEST",
    "429, too_many_concurrent_requests, RATE_LIMITED",
    "429, concurrent_limit_exceeded, RATE_LIMITED",
    "429, system_busy, RATE_LIMITED",
    "429, something_new, RATE_LIMITED",
    "418, something_new, INVALID_REQUEST",
    "500, internal_server_error, UNAVAILABLE"
  })
  void map_codeBeforeStatus(int status, String code, FailureKind kind) {
    var failure = map(status, "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"No.\"}}");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged()).isFalse();
  }

  @Test
  void map_listOfAValidator_namesThePlaces() {
    var failure =
        map(
            422,
            "{\"detail\":[{\"loc\":[\"body\",\"seed\"],\"msg\":\"too large\",\"type\":\"le\"}]}");

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.message()).contains("body.seed: too large");
  }

  @Test
  void map_sentenceOrNoJsonOrNoWrapping_isMappedByStatus() {
    assertThat(map(405, "{\"detail\":\"Method Not Allowed\"}").kind())
        .isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(map(500, "{\"status\":\"server_error\",\"message\":\"oops\"}").message())
        .contains("server_error: oops");
    assertThat(map(502, "<html>bad gateway</html>").kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(map(401, "").kind()).isEqualTo(FailureKind.AUTHENTICATION);
  }

  @Test
  void map_delayInMilliseconds_isHonoured() {
    var error =
        new ErrorReply(429, Headers.of("retry-after-ms", "1500"), "{\"detail\":\"slow\"}", true);

    assertThat(new ElevenLabsErrors().map(error).retryAfter()).isEqualTo(Duration.ofMillis(1500));
  }

  private static Failure map(int status, String body) {
    return new ElevenLabsErrors().map(new ErrorReply(status, Headers.of(), body, true));
  }

  private static JsonNode codes() throws IOException {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts/elevenlabs/error-codes.json");
      if (Files.isRegularFile(file)) {
        return Json.parse(Files.readString(file));
      }
    }
    assumeTrue(false, "needs shared/contracts/elevenlabs/error-codes.json beside the project");
    return Json.object();
  }
}
