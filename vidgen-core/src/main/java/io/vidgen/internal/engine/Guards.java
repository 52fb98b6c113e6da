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

  /** Whoever asks for longer than this asks for ever. */
  private static final Duration LONG = Duration.ofDays(1000);

  private static final Duration OPEN = Duration.ofSeconds(30);

  private final Map<Patient, Pulse> pulses = new ConcurrentHashMap<>();
  private final Map<Effort, Tries> tries = new ConcurrentHashMap<>();
  private final IntervalFunction backoff =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofSeconds(1), 2.0, 0.5, Duration.ofMinutes(1));
  private final InstantSource clock;
  private final Duration patience;
  private final CircuitBreakerConfig config;

  private record Patient(String kind, String provider) {}

  /** To fetch what is made is tried as often as ever, however often it had to be asked for. */
  private record Effort(Fingerprint step, boolean fetching) {}

  private record Tries(int count, Duration waited, Instant since) {}

  Guards(InstantSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(60)
            // Some work takes long, and that is no illness.
            .slowCallDurationThreshold(LONG)
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

  /** A vendor took a call; whether it serves is known when the work is over. */
  void accepted(Step<?> step, Duration took) {
    pulse(step).accepted(step.fingerprint(), took);
  }

  /** A step is done, some time after it was asked for. */
  void done(Step<?> step, Duration took) {
    pulse(step).done(step.fingerprint(), took, step.expected());
    over(step);
  }

  /**
   * Nothing of a step is tried any more; until then all its attempts count together, also those
   * which a vendor accepted before they failed.
   */
  void over(Step<?> step) {
    tries.remove(new Effort(step.fingerprint(), false));
    tries.remove(new Effort(step.fingerprint(), true));
  }

  /**
   * A call or its operation failed. Failures that say nothing about the provider's health give the
   * permission back.
   */
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
    return again(new Effort(step.fingerprint(), false), failure, hasNext);
  }

  /** The same for a result that is there and could not be fetched. */
  Optional<Duration> fetchAgain(Step<?> step, Failure failure, boolean hasNext) {
    return again(new Effort(step.fingerprint(), true), failure, hasNext);
  }

  private Optional<Duration> again(Effort effort, Failure failure, boolean hasNext) {
    var before = tries.getOrDefault(effort, new Tries(0, Duration.ZERO, clock.instant()));
    int attempt = before.count() + 1;
    var asked = failure.retryAfter();
    var delay = asked == null ? Duration.ofMillis(backoff.apply(attempt)) : atMost(asked);
    var waited = before.waited().plus(delay);
    boolean enough =
        hasNext
            ? isEnough(failure, attempt, waited)
            : attempt >= ATTEMPTS || delay.compareTo(PATIENCE) > 0;
    if (enough) {
      tries.remove(effort);
      return Optional.empty();
    }
    tries.put(effort, new Tries(attempt, waited, before.since()));
    return Optional.of(delay);
  }

  private static Duration atMost(Duration asked) {
    return asked.compareTo(LONG) > 0 ? LONG : asked;
  }

  /** How long ago a step failed first of those times after which it was tried again. */
  Duration sinceFirstFailure(Step<?> step) {
    var before = tries.get(new Effort(step.fingerprint(), false));
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
