package io.vidgen.google.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.StatusErrors;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Errors of Google's APIs: {@code {"error": {"code", "status", "message", "details"}}}
 * (ai.google.dev/gemini-api/docs/troubleshooting, read 2026-09).
 */
public final class GoogleErrors implements ErrorMapper {
  private static final Pattern DELAY = Pattern.compile("([0-9]{1,6})(?:\\.([0-9]{1,9}))?s");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int SHOWN = 400;
  private static final String KEY_REMEDY =
      "check the key and what it may do at aistudio.google.com/apikey";

  private final String models;

  /**
   * For a provider.
   *
   * @param models what to say of a model that is unknown, such as {@code set vidgen.veo.model to …}
   */
  public GoogleErrors(String models) {
    this.models = models;
  }

  @Override
  public Failure map(ErrorReply error) {
    var details = Json.at(error.json(), "error");
    var words = Json.text(details, "message").map(text -> OneLine.of(text, SHOWN)).orElse("");
    if (words.isEmpty()) {
      return StatusErrors.map(error);
    }
    var text = "Google answered " + error.status() + ": " + words;
    return switch (error.status()) {
      case 400 -> badRequest(details, words, text);
      case 401, 403 -> Failure.of(FailureKind.AUTHENTICATION, text, permission(details));
      case 404 -> notFound(error, text);
      case 429 -> tooMany(details, words, text);
      default -> {
        var plain = StatusErrors.map(error);
        yield Failure.of(plain.kind(), text, plain.remedy());
      }
    };
  }

  /**
   * Google itself says "The model is overloaded" with 503 and starts nothing then; a proxy's 503,
   * which has another body, says no such thing. docs/decisions/0017.
   */
  @Override
  public boolean certainlyNotStarted(ErrorReply error) {
    return error.status() == 503
        && Json.text(error.json(), "error", "status").filter("UNAVAILABLE"::equals).isPresent();
  }

  private static Failure badRequest(JsonNode details, String words, String text) {
    var low = words.toLowerCase(Locale.ROOT);
    if (low.contains("api key") || hasReason(details, "API_KEY")) {
      return Failure.of(FailureKind.AUTHENTICATION, text, KEY_REMEDY);
    }
    if (!SupportCodes.in(words).isEmpty()) {
      return Failure.of(
              FailureKind.CONTENT_FILTERED,
              text + " (" + SupportCodes.categories(words) + ")",
              "say it in other words or use another picture")
          .charged(false);
    }
    if (low.contains("billing")) {
      return Failure.of(FailureKind.QUOTA, text, "look at the billing of the Google project");
    }
    if (low.contains("user location")) {
      return Failure.of(
          FailureKind.AUTHENTICATION, text, "this service is not offered where this machine is");
    }
    return Failure.of(
        FailureKind.INVALID_REQUEST, text, "change what the message names, then try again");
  }

  private Failure notFound(ErrorReply error, String text) {
    return error.paid()
        ? Failure.of(FailureKind.INVALID_REQUEST, text, models)
        : Failure.of(FailureKind.EXPIRED, text, "Google keeps results for two days");
  }

  private static Failure tooMany(JsonNode details, String words, String text) {
    var low = words.toLowerCase(Locale.ROOT);
    var delay = retryDelay(details);
    boolean isUsedUp =
        low.contains("credits are depleted")
            || low.contains("prepayment")
            || low.contains("monthly")
            || low.contains("spending cap")
            || (low.contains("spend") && delay.isEmpty())
            || isDaily(details);
    if (isUsedUp) {
      return Failure.of(
          FailureKind.QUOTA, text, "look at credit, spend limit and quota at aistudio.google.com");
    }
    var failure =
        Failure.of(FailureKind.RATE_LIMITED, text, "wait, or ask Google for a higher limit");
    return delay.map(failure::retryAfter).orElse(failure);
  }

  private static String permission(JsonNode details) {
    return Json.text(details, "status").filter("PERMISSION_DENIED"::equals).isPresent()
        ? "see that the key or account may use this model and that the API is enabled in the project"
        : KEY_REMEDY;
  }

  private static boolean isDaily(JsonNode details) {
    return details(details)
        .flatMap(detail -> StreamSupport.stream(detail.path("violations").spliterator(), false))
        .anyMatch(
            v -> (v.path("quotaId").asText() + v.path("subject").asText()).contains("PerDay"));
  }

  private static boolean hasReason(JsonNode details, String begin) {
    return details(details).anyMatch(detail -> detail.path("reason").asText().startsWith(begin));
  }

  /** How long Google asks to wait (google.rpc.RetryInfo). */
  private static Optional<Duration> retryDelay(JsonNode details) {
    return details(details)
        .filter(detail -> detail.path("@type").asText().endsWith("RetryInfo"))
        .map(detail -> DELAY.matcher(detail.path("retryDelay").asText()))
        .filter(java.util.regex.Matcher::matches)
        .map(
            m -> {
              var nanos = m.group(2) == null ? "0" : (m.group(2) + "000000000").substring(0, 9);
              return Duration.ofSeconds(Long.parseLong(m.group(1)), Long.parseLong(nanos));
            })
        .map(delay -> delay.compareTo(LONGEST) > 0 ? LONGEST : delay)
        .findFirst();
  }

  private static java.util.stream.Stream<JsonNode> details(JsonNode error) {
    return StreamSupport.stream(error.path("details").spliterator(), false);
  }
}
