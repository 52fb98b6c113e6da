package io.vidgen.internal.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fingerprint;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A circuit breaker for each provider, and how often and when a step is tried again. Waiting is
 * left to whoever asks: nothing here holds a thread.
 */
final class Guards {
  /** Attempts at a step by one process, the first included. */
  static final int ATTEMPTS = 5;

  /** How soon to ask again while a breaker is open. */
  static final Duration RECHECK = Duration.ofSeconds(5);

  /** Who asks for a longer delay than this is not waited for. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration OPEN = Duration.ofSeconds(30);
  private static final Set<FailureKind> COUNTED =
      Set.of(FailureKind.UNAVAILABLE, FailureKind.TIMEOUT, FailureKind.UNKNOWN_OUTCOME);

  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final Map<Fingerprint, Integer> attempts = new ConcurrentHashMap<>();
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
            .clock(clock.withZone(ZoneOffset.UTC))
            .currentTimestampFunction(ignored -> clock.millis(), TimeUnit.MILLISECONDS)
            .build();
  }

  /** Returns false while the provider's breaker is open: nothing may be sent then. */
  boolean enter(String provider) {
    return breaker(provider).tryAcquirePermission();
  }

  void succeeded(Step<?> step) {
    breaker(step.provider()).onSuccess(0, TimeUnit.NANOSECONDS);
    attempts.remove(step.fingerprint());
  }

  /** Failures that say nothing about the provider's health give the permission back. */
  void failed(String provider, Failure failure) {
    if (COUNTED.contains(failure.kind())) {
      breaker(provider).onError(0, TimeUnit.NANOSECONDS, new VidgenException(failure));
    } else {
      notSent(provider);
    }
  }

  /** Gives a permission back that was not used. */
  void notSent(String provider) {
    breaker(provider).releasePermission();
  }

  /** How long to wait before the next attempt; empty when there have been enough. */
  Optional<Duration> again(Fingerprint step, Failure failure) {
    int attempt = attempts.merge(step, 1, Integer::sum);
    if (attempt >= ATTEMPTS) {
      attempts.remove(step);
      return Optional.empty();
    }
    var asked = failure.retryAfter();
    if (asked != null && asked.compareTo(PATIENCE) > 0) {
      attempts.remove(step);
      return Optional.empty();
    }
    return Optional.of(asked != null ? asked : Duration.ofMillis(backoff.apply(attempt)));
  }

  private CircuitBreaker breaker(String provider) {
    return breakers.computeIfAbsent(provider, id -> CircuitBreaker.of(id, config));
  }
}
