package io.vidgen.internal.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.model.Fingerprint;
import io.vidgen.routing.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A circuit breaker for each provider, how it has served, and how often and when a step is tried
 * again. Waiting is left to whoever asks: nothing here holds a thread.
 */
final class Guards {
  /** Attempts at a step by one process, the first included. */
  static final int ATTEMPTS = 5;

  /** Attempts where another provider can be asked instead. */
  static final int ATTEMPTS_BEFORE_NEXT = 2;

  /** How soon to ask again while a breaker is open. */
  static final Duration RECHECK = Duration.ofSeconds(5);

  /** Who asks for a longer delay than this is not waited for. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration OPEN = Duration.ofSeconds(30);

  private final Map<Patient, Pulse> pulses = new ConcurrentHashMap<>();
  private final Map<Fingerprint, Tries> tries = new ConcurrentHashMap<>();
  private final IntervalFunction backoff =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofSeconds(1), 2.0, 0.5, Duration.ofMinutes(1));
  private final InstantSource clock;
  private final Duration patience;
  private final CircuitBreakerConfig config;

  private record Patient(String kind, String provider) {}

  private record Tries(int count, Duration waited, Instant since) {}

  Guards(InstantSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(60)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(OPEN)
            .clock(clock.withZone(ZoneOffset.UTC))
            .currentTimestampFunction(ignored -> clock.millis(), TimeUnit.MILLISECONDS)
            .build();
  }

  /** Returns false while the provider's breaker is open: nothing may be sent then. */
  boolean enter(Step<?> step) {
    return pulse(step).enter(step.fingerprint());
  }

  /** Whether nothing would be sent. */
  boolean isResting(Step<?> step) {
    return pulse(step).isResting();
  }

  /** Why nothing is sent while it rests. */
  static Failure resting(Step<?> step) {
    return Failure.of(
            FailureKind.UNAVAILABLE,
            "provider " + step.provider() + " failed too often just now; nothing was sent",
            "render again a minute later")
        .charged(false);
  }

  /** A call was answered after some time. */
  void succeeded(Step<?> step, Duration took) {
    pulse(step).succeeded(step.fingerprint(), took);
    tries.remove(step.fingerprint());
  }

  /** A step is done, some time after it was asked for. */
  void done(Step<?> step, Duration took) {
    pulse(step).took(took, step.expected());
  }

  /** Failures that say nothing about the provider's health give the permission back. */
  void failed(Step<?> step, Failure failure, Duration took) {
    pulse(step).failed(step.fingerprint(), failure, took);
  }

  /** Gives a permission back that was not used. */
  void notSent(Step<?> step) {
    pulse(step).notSent(step.fingerprint());
  }

  Health health(String kind, String provider) {
    var pulse = pulses.get(new Patient(kind, provider));
    return pulse == null ? Health.unknown(kind, provider) : pulse.health();
  }

  List<Health> health() {
    return pulses.values().stream()
        .map(Pulse::health)
        .sorted(Comparator.comparing(Health::kind).thenComparing(Health::provider))
        .toList();
  }

  /**
   * How long to wait before the next attempt; empty when there have been enough, or another can be
   * asked and this one was waited for long enough.
   */
  Optional<Duration> again(Step<?> step, Failure failure, boolean hasNext) {
    var before =
        tries.getOrDefault(step.fingerprint(), new Tries(0, Duration.ZERO, clock.instant()));
    int attempt = before.count() + 1;
    var asked = failure.retryAfter();
    var delay = asked != null ? asked : Duration.ofMillis(backoff.apply(attempt));
    var waited = before.waited().plus(delay);
    boolean enough =
        hasNext
            ? isEnough(failure, attempt, waited)
            : attempt >= ATTEMPTS || delay.compareTo(PATIENCE) > 0;
    if (enough) {
      tries.remove(step.fingerprint());
      return Optional.empty();
    }
    tries.put(step.fingerprint(), new Tries(attempt, waited, before.since()));
    return Optional.of(delay);
  }

  /** How long ago a step failed first of those times after which it was tried again. */
  Duration sinceFirstFailure(Step<?> step) {
    var before = tries.get(step.fingerprint());
    var now = clock.instant();
    return before == null || now.isBefore(before.since())
        ? Duration.ZERO
        : Duration.between(before.since(), now);
  }

  private boolean isEnough(Failure failure, int attempt, Duration waited) {
    return waited.compareTo(patience) > 0
        || attempt
            >= (failure.kind() == FailureKind.RATE_LIMITED ? ATTEMPTS : ATTEMPTS_BEFORE_NEXT);
  }

  private Pulse pulse(Step<?> step) {
    var patient = new Patient(step.key().kind(), step.provider());
    return pulses.computeIfAbsent(patient, p -> new Pulse(p.kind(), p.provider(), config, clock));
  }
}
