package io.vidgen.rest.internal.whisper;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.StatusErrors;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Errors of OpenAI ({@code {"error":{message,type,param,code}}}), of the servers that imitate it
 * ({@code {"detail":…}}) and of whisper.cpp (mostly plain text).
 */
final class WhisperErrors {
  private static final Set<String> OUT_OF_CREDIT =
      Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active");

  /** What whisper.cpp says for every status that its handlers did not give a body to. */
  private static final String NOT_FOUND = "File Not Found (";

  private static final Duration LOADING = Duration.ofSeconds(5);

  private WhisperErrors() {}

  static Failure map(ErrorReply error) {
    var message = StatusErrors.message(error);
    var code = code(error);
    if (OUT_OF_CREDIT.contains(code)) {
      return Failure.of(FailureKind.QUOTA, message, "look at the account's credit and limits");
    }
    return switch (error.status()) {
      case 413 ->
          Failure.of(
              FailureKind.INVALID_REQUEST,
              message,
              "lower vidgen.whisper.max-kilobytes to what the server takes");
      case 404 -> notFound(error, message);
      default -> StatusErrors.map(error);
    };
  }

  /** A 200 of whisper.cpp before 136dc2eb1 (2026) may hold an error. */
  static Failure inAnswer(String words) {
    var text = "answered an error: " + words;
    var lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("read") || lower.contains("no 'file'")
        ? Failure.of(
            FailureKind.INVALID_REQUEST, text, "give the server WAV, or run it with ffmpeg")
        : Failure.of(FailureKind.UNAVAILABLE, text, "look at the server's log");
  }

  private static Failure notFound(ErrorReply error, String message) {
    if (error.body().contains(NOT_FOUND)) {
      return Failure.of(
              FailureKind.UNAVAILABLE,
              message,
              "wait until the server has loaded its model, or check its path for inference")
          .retryAfter(LOADING);
    }
    return Failure.of(
        FailureKind.INVALID_REQUEST,
        message,
        "check the server's address, and that it has the model that vidgen.whisper.model names");
  }

  private static String code(ErrorReply error) {
    var json = error.json();
    return Json.text(json, "error", "code")
        .filter(OUT_OF_CREDIT::contains)
        .or(() -> Json.text(json, "error", "type"))
        .orElse("");
  }
}
