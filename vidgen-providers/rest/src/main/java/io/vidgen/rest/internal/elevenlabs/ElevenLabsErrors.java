package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.StatusErrors;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps by the code, then by the type, and only then by the status: 401 may be a bad key, a quota
 * that is used up or an address that the vendor does not like.
 *
 * @see <a href="https://elevenlabs.io/docs/developers/resources/errors">ElevenLabs, Errors (read
 *     2026-09-17)</a>
 */
public final class ElevenLabsErrors implements ErrorMapper {
  private static final String PLAN = "choose another format, voice or model, or a plan that has it";
  private static final String VOICE =
      "use the id of a voice of this account, as ElevenLabsClient.voices() lists them";
  private static final String KEY = "check ELEVENLABS_API_KEY";
  private static final String SLOW = "lower vidgen.elevenlabs.concurrent or choose a larger plan";

  private record Meaning(FailureKind kind, String remedy) {}

  private static final Map<String, Meaning> CODES =
      Map.ofEntries(
          entry("quota_exceeded", FailureKind.QUOTA, "add credits or wait for the next period"),
          entry("insufficient_credits", FailureKind.QUOTA, "add credits"),
          entry(
              "detected_unusual_activity",
              FailureKind.AUTHENTICATION,
              "free accounts are not served behind a VPN or from a cloud: use a paid plan"),
          entry("invalid_api_key", FailureKind.AUTHENTICATION, KEY),
          entry("missing_api_key", FailureKind.AUTHENTICATION, KEY),
          entry(
              "missing_permissions",
              FailureKind.AUTHENTICATION,
              "give the key the permission that the message names"),
          entry("only_for_creator+", FailureKind.AUTHENTICATION, PLAN),
          entry("output_format_not_allowed", FailureKind.AUTHENTICATION, PLAN),
          entry("subscription_required", FailureKind.AUTHENTICATION, PLAN),
          entry("feature_not_available", FailureKind.AUTHENTICATION, PLAN),
          entry("voice_access_denied", FailureKind.AUTHENTICATION, VOICE),
          entry("model_access_denied", FailureKind.AUTHENTICATION, PLAN),
          entry("voice_not_found", FailureKind.INVALID_REQUEST, VOICE),
          entry("voice_does_not_exist", FailureKind.INVALID_REQUEST, VOICE),
          entry("invalid_voice_id", FailureKind.INVALID_REQUEST, VOICE),
          entry("model_not_found", FailureKind.INVALID_REQUEST, "check vidgen.elevenlabs.model"),
          entry("unsupported_model", FailureKind.INVALID_REQUEST, "check vidgen.elevenlabs.model"),
          entry("text_too_long", FailureKind.INVALID_REQUEST, "use shorter scenes"),
          entry("max_character_limit_exceeded", FailureKind.INVALID_REQUEST, "use shorter scenes"),
          entry("already_running", FailureKind.UNAVAILABLE, ""),
          entry("already_processing", FailureKind.UNAVAILABLE, ""),
          entry("concurrent_modification", FailureKind.UNAVAILABLE, ""),
          entry("content_against_policy", FailureKind.CONTENT_FILTERED, "change the text"),
          entry("concurrent_limit_exceeded", FailureKind.RATE_LIMITED, SLOW),
          entry("too_many_concurrent_requests", FailureKind.RATE_LIMITED, SLOW),
          entry("system_busy", FailureKind.RATE_LIMITED, ""),
          entry("rate_limit_exceeded", FailureKind.RATE_LIMITED, ""),
          entry("internal_error", FailureKind.UNAVAILABLE, ""),
          entry("internal_server_error", FailureKind.UNAVAILABLE, ""),
          entry("service_unavailable", FailureKind.UNAVAILABLE, ""),
          entry("maintenance", FailureKind.UNAVAILABLE, ""));

  private static final Map<String, FailureKind> TYPES =
      Map.of(
          "validation_error", FailureKind.INVALID_REQUEST,
          "invalid_request", FailureKind.INVALID_REQUEST,
          "authentication_error", FailureKind.AUTHENTICATION,
          "payment_required", FailureKind.QUOTA,
          "authorization_error", FailureKind.AUTHENTICATION,
          "not_found", FailureKind.INVALID_REQUEST,
          "conflict", FailureKind.INVALID_REQUEST,
          "rate_limit_error", FailureKind.RATE_LIMITED,
          "internal_error", FailureKind.UNAVAILABLE,
          "service_unavailable", FailureKind.UNAVAILABLE);

  @Override
  public Failure map(ErrorReply error) {
    var detail = ErrorDetail.of(error.json());
    var byStatus = StatusErrors.map(error);
    var known = CODES.get(detail.code());
    var kind = known != null ? known.kind() : TYPES.getOrDefault(detail.type(), byStatus.kind());
    var remedy = known != null ? known.remedy() : remedy(kind, byStatus);
    var failure = Failure.of(kind, message(error, detail), remedy);
    if (kind == FailureKind.CONTENT_FILTERED && error.status() < 500) {
      failure = failure.charged(false);
    }
    var delay = delay(error.headers().get("retry-after-ms"));
    return delay.isPresent() ? failure.retryAfter(delay.get()) : failure;
  }

  private static String remedy(FailureKind kind, Failure byStatus) {
    if (kind == FailureKind.AUTHENTICATION) {
      return KEY + " and what it may do";
    }
    return kind == byStatus.kind() ? byStatus.remedy() : "";
  }

  private static String message(ErrorReply error, ErrorDetail detail) {
    var name = detail.code().isEmpty() ? "" : " " + detail.code();
    if (detail.message().isEmpty() && name.isEmpty()) {
      return StatusErrors.message(error);
    }
    return "answered " + error.status() + name + ": " + detail.message();
  }

  /** The vendor documents no delay, but its own clients honour this header. */
  private static Optional<Duration> delay(@Nullable String millis) {
    return millis != null && millis.matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofMillis(Long.parseLong(millis)))
        : Optional.empty();
  }

  private static Map.Entry<String, Meaning> entry(String code, FailureKind kind, String remedy) {
    return Map.entry(code, new Meaning(kind, remedy));
  }
}
