package io.vidgen.rest.internal.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Spares a host that is down. Counts only what says that the host cannot be reached or is not
 * served (no connection, no answer, 502 to 504), of questions and submits together. The engine has
 * a breaker of its own, which counts failed steps; this one keeps thousands of parked jobs from
 * knocking at a dead host.
 */
final class HostGuard {
  private static final Duration OPEN = Duration.ofSeconds(15);

  private final CircuitBreaker breaker;

  HostGuard(String provider, InstantSource clock) {
    breaker =
        CircuitBreaker.of(
            provider,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(80)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(2)
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(ignored -> clock.millis(), TimeUnit.MILLISECONDS)
                .build());
  }

  /** Refuses while the host is down: nothing was sent then. */
  Visit enter() {
    if (!breaker.tryAcquirePermission()) {
      throw new VidgenException(
          Failure.of(
                  FailureKind.UNAVAILABLE,
                  "the host did not answer lately and is left alone for a while; nothing was sent",
                  "see that the service is up")
              .retryAfter(OPEN));
    }
    return new Visit();
  }

  /** One call; who closes it without a word gives the permission back. */
  final class Visit implements AutoCloseable {
    private boolean reported;

    /** The host answered, whatever it said. */
    void answered(int status) {
      if (status >= 502 && status <= 504) {
        failed();
      } else if (!reported) {
        reported = true;
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
      }
    }

    /** The host could not be reached, or said nothing. After an answer it means nothing. */
    void failed() {
      if (!reported) {
        reported = true;
        breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("host is down"));
      }
    }

    @Override
    public void close() {
      if (!reported) {
        breaker.releasePermission();
      }
    }
  }
}
