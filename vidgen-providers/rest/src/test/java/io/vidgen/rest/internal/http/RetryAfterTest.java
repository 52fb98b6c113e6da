package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 17|17000",
        "Retry-After: 0|0",
        "Retry-After: 1.5|1500",
        "Retry-After: Thu, 01 Jan 2026 12:00:30 GMT|30000",
        "Retry-After: Thu, 01 Jan 2026 11:00:00 GMT|0",
        "Retry-After: 99999999|86400000",
        "retry-after-ms: 250|250",
        "x-ratelimit-reset-requests: 1m30s|90000",
        "x-ratelimit-reset-tokens: 20ms|20",
        "x-ratelimit-reset: 45|45000",
        "x-ratelimit-reset: 1767268860|60000",
        "ratelimit-reset: 5|5000"
      })
  void read_everyForm_isUnderstood(String header, long millis) {
    int colon = header.indexOf(':');
    var headers = Headers.of(header.substring(0, colon), header.substring(colon + 1).strip());

    assertThat(RetryAfter.read(headers, NOW).orElseThrow().toMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Retry-After|soon", "Retry-After|-5", "x-ratelimit-reset|1x", "retry-after-ms|''"})
  void read_nonsense_isNoDelay(String name, String value) {
    assertThat(RetryAfter.read(Headers.of(name, value), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3,false", "0,true"})
  void read_resetOfWhatIsNotUsedUp_isNoDelay(String remaining, boolean delay) {
    var headers =
        Headers.of("x-ratelimit-reset-tokens", "6m0s", "x-ratelimit-remaining-tokens", remaining);

    assertThat(RetryAfter.read(headers, NOW).isPresent()).isEqualTo(delay);
  }
}
