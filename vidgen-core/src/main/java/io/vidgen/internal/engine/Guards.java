package io.vidgen.internal.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A circuit breaker for each provider, and how long to wait between attempts. Waiting is left to
 * whoever asks: nothing here holds a thread.
 */
final class Guards {
  /** New attempts after failures that certainly cost nothing. */
  static final int ATTEMPTS = 5;

  private static final Duration OPEN = Duration.ofSeconds(30);
  private static final Set<FailureKind> COUNTED =
      Set.of(FailureKind.UNAVAILABLE, FailureKind.TIMEOUT, FailureKind.UNKNOWN_OUTCOME);

  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final IntervalFunction backoff =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofSeconds(1), 2.0, 0.5, Duration.ofMinutes(1));
  private final CircuitBreakerConfig config;

  Guards(InstantSource clock) {
    config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(60)
            .waitDurationInOpenState(OPEN)
            .currentTimestampFunction(ignored -> clock.millis(), TimeUnit.MILLISECONDS)
            .build();
  }

  /** Refuses, with a delay, while the provider's breaker is open. */
  void enter(String provider) {
    if (!breaker(provider).tryAcquirePermission()) {
      throw new VidgenException(
          Failure.of(
                  FailureKind.UNAVAILABLE,
                  "provider " + provider + " failed too often just now; nothing was sent",
                  "check the provider; it is tried again by itself")
              .retryAfter(OPEN));
    }
  }

  void succeeded(String provider) {
    breaker(provider).onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /** Failures that say nothing about the provider's health give the permission back. */
  void failed(String provider, Failure failure) {
    if (COUNTED.contains(failure.kind())) {
      breaker(provider).onError(0, TimeUnit.NANOSECONDS, new VidgenException(failure));
    } else {
      breaker(provider).releasePermission();
    }
  }

  Duration delay(Failure failure, int attempt) {
    var asked = failure.retryAfter();
    return asked != null
        ? asked
        : Duration.ofMillis(backoff.apply(Math.min(ATTEMPTS, Math.max(1, attempt))));
  }

  private CircuitBreaker breaker(String provider) {
    return breakers.computeIfAbsent(provider, id -> CircuitBreaker.of(id, config));
  }
}
