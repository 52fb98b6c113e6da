package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import org.junit.jupiter.api.Test;

/** Errors of every server, each of its kind, and what they say about money and keys. */
class WhisperErrorsTest extends MockWhisper {

  @Test
  void error_inAnAnswerOf200_isAFailure() throws Exception {
    server.enqueue(json("{'error':'failed to read audio data'}"));
    var own = WhisperCalls.failure(cppProvider(), audio, context);
    server.enqueue(json("{'error':{'message':'later','type':'server_error'}}"));
    var paid = WhisperCalls.failure(hostedProvider(), audio, context);

    assertThat(own.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(own.failure().charged()).isFalse();
    assertThat(paid.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(paid.failure().charged()).isNull();
  }

  @Test
  void error_quotaAndRate_areToldApart() {
    server.enqueue(error(429, "insufficient_quota", "insufficient_quota"));
    assertKind(FailureKind.QUOTA);
    server.enqueue(error(429, "requests", "rate_limit_exceeded"));
    assertKind(FailureKind.RATE_LIMITED);
    server.enqueue(error(401, "invalid_request_error", "invalid_api_key"));
    assertKind(FailureKind.AUTHENTICATION);
    server.enqueue(error(413, "server_error", ""));
    assertKind(FailureKind.INVALID_REQUEST);
    server.enqueue(error(404, "invalid_request_error", "model_not_found"));
    assertKind(FailureKind.INVALID_REQUEST);
    server.enqueue(error(500, "server_error", ""));
    assertKind(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void error_whisperCppLoading_isTriedAgainLater() {
    server.enqueue(text(404, "File Not Found (/inference)"));
    var failure = WhisperCalls.failure(cppProvider(), audio, context).failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.retryAfter()).isNotNull();
    assertThat(failure.charged()).isFalse();
  }

  @Test
  void error_neverShowsTheKey() {
    server.enqueue(text(401, "Incorrect API key provided: " + KEY));
    var failure = WhisperCalls.failure(hostedProvider(), audio, context);

    assertThat(failure).hasMessageNotContaining(KEY);
    assertThat(hostedProvider().toString()).doesNotContain(KEY);
  }

  @Test
  void answer_noTranscript_isABreachOfProtocol() throws Exception {
    server.enqueue(json("{'hello':1}"));
    assertThat(WhisperCalls.failure(cppProvider(), audio, context).kind())
        .isEqualTo(FailureKind.PROTOCOL);
    server.enqueue(json("{'hello':1}"));
    assertThat(WhisperCalls.failure(hostedProvider(), audio, context).kind())
        .isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void recording_ofNoKnownKind_isNotSent() {
    var odd = context.input("hello".repeat(100).getBytes(), "audio/*");

    var failure = WhisperCalls.failure(hostedProvider(), odd, context);

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(server.getRequestCount()).isZero();
  }

  private void assertKind(FailureKind kind) {
    var failure = WhisperCalls.failure(hostedProvider(), audio, context).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged())
        .isEqualTo(kind == FailureKind.UNKNOWN_OUTCOME ? null : Boolean.FALSE);
  }
}
