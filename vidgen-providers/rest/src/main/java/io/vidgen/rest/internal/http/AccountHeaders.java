package io.vidgen.rest.internal.http;

import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.AccountUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What answers say of the account: {@code maximum-concurrent-requests} (ElevenLabs), {@code
 * x-ratelimit-limit-requests} and its like (OpenAI). How many calls run is not read: some of them
 * are over by then, and one's own are known better.
 */
final class AccountHeaders {
  /** A limit that is refilled more slowly is not one of a minute. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private AccountHeaders() {}

  /** Empty when they say nothing. */
  static Optional<AccountUse> read(Headers headers, Instant now) {
    int concurrent = number(headers.get("maximum-concurrent-requests"), 0);
    int requests = number(headers.get("x-ratelimit-limit-requests"), 0);
    int left = number(headers.get("x-ratelimit-remaining-requests"), -1);
    var text = headers.get("x-ratelimit-reset-requests");
    var reset = text == null ? null : RetryAfter.reset(text, now).findFirst().orElse(null);
    boolean byTheMinute = reset == null || reset.compareTo(MINUTE) <= 0;
    if (concurrent == 0 && requests == 0 && left < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new AccountUse(
            new AccountLimits(byTheMinute ? requests : 0, concurrent),
            left < 0 ? null : Integer.valueOf(left),
            reset));
  }

  private static int number(@Nullable String header, int otherwise) {
    return header != null && header.strip().matches("[0-9]{1,9}")
        ? Math.min(Integer.parseInt(header.strip()), AccountLimits.MOST)
        : otherwise;
  }
}
