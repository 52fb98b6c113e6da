package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorReply;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidErrorsTest {
  private final DidErrors errors = new DidErrors();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | BadRequestError            | INVALID_REQUEST
          400 | ValidationError            | INVALID_REQUEST
          400 | InvalidFileSizeError       | INVALID_REQUEST
          400 | InvalidImageResolutionError| INVALID_REQUEST
          400 | InvalidAudioDurationError  | INVALID_REQUEST
          400 | InvalidFaceError           | INVALID_REQUEST
          400 | ConfigError                | INVALID_REQUEST
          400 | DriverNotValidError        | INVALID_REQUEST
          401 | AuthorizationError         | AUTHENTICATION
          402 | InsufficientCreditsError   | QUOTA
          403 | PermissionError            | AUTHENTICATION
          404 | NotFoundError              | EXPIRED
          404 | NotFound                   | EXPIRED
          409 | NotReadyError              | UNAVAILABLE
          415 | UnsupportedMimeTypeError   | INVALID_REQUEST
          429 | TooManyRequests            | RATE_LIMITED
          451 | ImageModerationError       | CONTENT_FILTERED
          451 | CelebrityRecognizedError   | CONTENT_FILTERED
          451 | TextModerationError        | CONTENT_FILTERED
          451 | AudioModerationError       | CONTENT_FILTERED
          400 | TextModerationError        | CONTENT_FILTERED
          500 | InternalServerError        | UNAVAILABLE
          500 | UnknownError               | UNAVAILABLE
          """)
  void map_envelopeOfTheApi_isItsKindAndNeverCharged(
      int status, String kind, FailureKind expected) {
    var failure = errors.map(reply(status, "{\"kind\":\"" + kind + "\",\"description\":\"why\"}"));

    assertThat(failure.kind()).isEqualTo(expected);
    assertThat(failure.message()).contains(kind, "why");
    assertThat(failure.charged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Invalid key=value pair (missing equal-sign) in Authorization header: 'Basic x'.
          Authorization header requires 'Credential' parameter.
          Missing Authentication Token
          """)
  void map_gatewayThatKnowsNoRoute_blamesTheAddressAndNotTheKey(String message) {
    var failure = errors.map(reply(403, "{\"message\":\"" + message + "\"}"));

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.remedy()).contains("vidgen.d-id.url");
    assertThat(failure.charged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          504 | {"message":"Endpoint request timed out"} | UNAVAILABLE
          429 | {"message":"Too Many Requests"}          | RATE_LIMITED
          403 | {"message":"Forbidden"}                  | AUTHENTICATION
          503 | <html><body>Busy</body></html>           | UNAVAILABLE
          402 | <html>pay</html>                         | QUOTA
          451 | plain words                              | CONTENT_FILTERED
          """)
  void map_otherAnswers_goByTheirStatus(int status, String body, FailureKind expected) {
    assertThat(errors.map(reply(status, body)).kind()).isEqualTo(expected);
  }

  @Test
  void map_validationError_namesTheFields() {
    var failure =
        errors.map(
            reply(
                400,
                """
                {"kind":"ValidationError","description":"validation failed",
                 "details":{"body.script":{"message":"'script' is required"}}}
                """));

    assertThat(failure.message()).contains("body.script: 'script' is required");
  }

  @ParameterizedTest
  @CsvSource({
    "error, FaceError, INVALID_REQUEST",
    "error, SourceError, INVALID_REQUEST",
    "error, DriverError, INVALID_REQUEST",
    "error, LogoError, INVALID_REQUEST",
    "error, UnknownError, UNAVAILABLE",
    "error, '', UNAVAILABLE",
    "error, ImageModerationError, CONTENT_FILTERED",
    "rejected, '', CONTENT_FILTERED",
    "rejected, TextModerationError, CONTENT_FILTERED"
  })
  void afterwards_everyEnd_isTypedAndAnErrorIsGivenBack(
      String status, String kind, FailureKind expected) {
    var failure =
        DidErrors.afterwards(
            new DidVideo("tlk_1", status, null, "", "", "", "", null, null, kind, "why"));

    assertThat(failure.kind()).isEqualTo(expected);
    assertThat(failure.charged()).isEqualTo(status.equals("error") ? Boolean.FALSE : null);
    assertThat(failure.message()).contains("tlk_1");
  }

  private static ErrorReply reply(int status, String body) {
    return new ErrorReply(status, Headers.of(), body, true);
  }
}
