package io.vidgen.internal.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fingerprint;
import io.vidgen.routing.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How one provider serves: its breaker, and how its recent calls went. */
final class Pulse {
  private static final int WINDOW = 20;
  private static final Duration RECENT = Duration.ofMinutes(10);

  /** These say that it is ill; a refusal for want of credit or room is answered in good health. */
  private static final Set<FailureKind> ILL =
      Set.of(FailureKind.UNAVAILABLE, FailureKind.TIMEOUT, FailureKind.UNKNOWN_OUTCOME);

  private static final Set<FailureKind> NOT_SERVED =
      Set.of(FailureKind.RATE_LIMITED, FailureKind.QUOTA, FailureKind.AUTHENTICATION);

  private final String kind;
  private final String provider;
  private final InstantSource clock;
  private final Duration rest;
  private final CircuitBreaker breaker;
  private final ArrayDeque<Call> calls = new ArrayDeque<>(2);
  private Instant rested = Instant.MIN;

  /** The call that was let through after a rest. */
  private @Nullable Fingerprint trial;

  private record Call(Instant at, boolean served, @Nullable Duration took, double pace) {}

  Pulse(String kind, String provider, CircuitBreakerConfig config, InstantSource clock) {
    this.kind = kind;
    this.provider = provider;
    this.clock = clock;
    this.rest = Duration.ofMillis(config.getWaitIntervalFunctionInOpenState().apply(1));
    this.breaker = CircuitBreaker.of(provider, config);
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == State.OPEN) {
                rest();
              }
            });
  }

  private synchronized void rest() {
    rested = clock.instant().plus(rest);
  }

  /** Returns false while it rests; after that, one call is let through to see how it is. */
  synchronized boolean enter(Fingerprint call) {
    boolean may = breaker.tryAcquirePermission();
    if (may && breaker.getState() == State.HALF_OPEN) {
      trial = call;
    }
    return may;
  }

  void notSent(Fingerprint call) {
    if (counts(call)) {
      breaker.releasePermission();
    }
  }

  /** Whether it rests; not any more while one call is let through. */
  synchronized boolean isResting() {
    return breaker.getState() == State.OPEN && clock.instant().isBefore(rested);
  }

  /** What was sent before the rest says nothing about how it is after it. */
  private synchronized boolean counts(Fingerprint call) {
    return breaker.getState() != State.HALF_OPEN || call.equals(trial);
  }

  /**
   * A call was taken: after a rest that is enough to serve again, and else no proof that it does.
   */
  synchronized void accepted(Fingerprint call, Duration took) {
    if (breaker.getState() == State.HALF_OPEN && call.equals(trial)) {
      breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Something was made. */
  synchronized void done(Fingerprint call, Duration took, Duration expected) {
    if (counts(call)) {
      breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }
    add(new Call(clock.instant(), true, took, (double) took.toMillis() / expected.toMillis()));
  }

  void failed(Fingerprint call, Failure failure, Duration took) {
    if (!ILL.contains(failure.kind())) {
      notSent(call);
    } else if (counts(call)) {
      breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new VidgenException(failure));
    }
    if (ILL.contains(failure.kind()) || NOT_SERVED.contains(failure.kind())) {
      add(new Call(clock.instant(), false, null, 1));
    }
  }

  private synchronized void add(Call call) {
    if (calls.size() == WINDOW) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  synchronized Health health() {
    var oldest = clock.instant().minus(RECENT);
    calls.removeIf(call -> call.at().isBefore(oldest));
    var served = calls.stream().filter(Call::served).toList();
    int failed = calls.size() - served.size();
    return new Health(
        kind,
        provider,
        isResting(),
        calls.size(),
        calls.isEmpty() ? 0 : (double) failed / calls.size(),
        median(served.stream().map(Call::took).sorted().toList()),
        served.isEmpty() ? 1 : pace(served),
        null);
  }

  private static double pace(List<Call> served) {
    return served.stream().map(Call::pace).sorted().toList().get(served.size() / 2);
  }

  private static @Nullable Duration median(List<@Nullable Duration> sorted) {
    return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
  }
}
