package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.AccountUse;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class AccountHeadersTest {
  @Test
  void read_callsAtOnce_areTheLimit() {
    assertThat(read("maximum-concurrent-requests", "10", "current-concurrent-requests", "3"))
        .isEqualTo(new AccountUse(new AccountLimits(0, 10), null, null));
  }

  @Test
  void read_requestsOfAMinute_comeWithWhatIsLeft() {
    assertThat(
            read(
                "x-ratelimit-limit-requests", "50",
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "1.2s"))
        .isEqualTo(new AccountUse(new AccountLimits(50, 0), 0, Duration.ofMillis(1200)));
  }

  @Test
  void read_requestsOfADay_areNotThoseOfAMinute() {
    assertThat(
            read(
                "x-ratelimit-limit-requests", "200",
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "7h12m0s"))
        .isEqualTo(new AccountUse(AccountLimits.UNKNOWN, 0, Duration.ofMinutes(432)));
  }

  @Test
  void read_nonsense_saysNothing() {
    assertThat(AccountHeaders.read(Headers.of("x-ratelimit-limit-requests", "many"), Instant.EPOCH))
        .isEmpty();
    assertThat(AccountHeaders.read(Headers.of("maximum-concurrent-requests", "-5"), Instant.EPOCH))
        .isEmpty();
  }

  @Test
  void submit_refused_isHeardAllTheSame() throws Exception {
    try (var vendor = new Vendor()) {
      vendor.server.enqueue(
          new MockResponse.Builder()
              .code(429)
              .setHeader("maximum-concurrent-requests", "2")
              .build());

      var failure = failure(() -> vendor.client().submit(Vendor.paid().build(), vendor.context));

      assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
      assertThat(vendor.context.heard())
          .extracting(AccountUse::limits)
          .containsExactly(new AccountLimits(0, 2));
    }
  }

  private static AccountUse read(String... headers) {
    return AccountHeaders.read(Headers.of(headers), Instant.EPOCH).orElseThrow();
  }
}
