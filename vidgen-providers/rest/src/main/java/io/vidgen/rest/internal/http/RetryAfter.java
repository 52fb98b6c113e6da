package io.vidgen.rest.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How long the other side asks to wait: {@code retry-after-ms}, {@code Retry-After} (RFC 9110
 * 10.2.3, seconds or a date), {@code x-ratelimit-reset*} and {@code ratelimit-reset} (seconds, a
 * time in epoch seconds, or {@code 1m30s} as OpenAI writes it).
 */
final class RetryAfter {
  /** Nothing longer is believed. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final List<String> RESETS =
      List.of(
          "x-ratelimit-reset-requests",
          "x-ratelimit-reset-tokens",
          "x-ratelimit-reset",
          "ratelimit-reset");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
  private static final Pattern UNITS = Pattern.compile("([0-9]+(\\.[0-9]+)?(ms|h|m|s)){1,4}");
  private static final Pattern UNIT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|h|m|s)");

  /** What is larger is a time in epoch seconds and no delay: 2001-09-09. */
  private static final double EPOCH = 1e9;

  private RetryAfter() {}

  static Optional<Duration> read(Headers headers, Instant now) {
    var millis = headers.get("retry-after-ms");
    if (millis != null && SECONDS.matcher(millis.strip()).matches()) {
      return Optional.of(capped(Double.parseDouble(millis.strip()) / 1000));
    }
    var after = headers.get("Retry-After");
    if (after != null) {
      var read = secondsOrDate(after.strip(), now);
      if (read.isPresent()) {
        return read;
      }
    }
    return RESETS.stream()
        .filter(name -> isUsedUp(headers.get(name.replace("reset", "remaining"))))
        .map(headers::get)
        .flatMap(value -> value == null ? Optional.<Duration>empty().stream() : reset(value, now))
        .max(Duration::compareTo);
  }

  private static boolean isUsedUp(@Nullable String remaining) {
    return remaining == null || remaining.strip().equals("0");
  }

  private static Optional<Duration> secondsOrDate(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(capped(Double.parseDouble(value)));
    }
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(capped((double) Duration.between(now, date.toInstant()).toSeconds()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Stream<Duration> reset(String text, Instant now) {
    var value = text.strip().toLowerCase(Locale.ROOT);
    if (SECONDS.matcher(value).matches()) {
      double seconds = Double.parseDouble(value);
      return Stream.of(capped(seconds < EPOCH ? seconds : seconds - (double) now.getEpochSecond()));
    }
    if (!UNITS.matcher(value).matches()) {
      return Stream.of();
    }
    double seconds = 0;
    var unit = UNIT.matcher(value);
    while (unit.find()) {
      seconds += Double.parseDouble(unit.group(1)) * secondsOf(unit.group(2));
    }
    return Stream.of(capped(seconds));
  }

  private static double secondsOf(String unit) {
    return switch (unit) {
      case "h" -> 3600;
      case "m" -> 60;
      case "s" -> 1;
      default -> 0.001;
    };
  }

  private static Duration capped(double seconds) {
    double bounded = Math.min(Math.max(seconds, 0), (double) LONGEST.toSeconds());
    return Duration.ofMillis(Math.round(bounded * 1000));
  }
}
