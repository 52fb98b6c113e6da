package io.vidgen.internal.engine;

import io.vidgen.model.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Until when steps have to wait, whoever wants them. */
final class Waits {
  /** Who waits for others looks again after this: whatever they do, nobody turns in circles. */
  static final Duration SOON = Duration.ofMillis(100);

  private static final int MANY = 10_000;

  private final Map<Fingerprint, Instant> due = new ConcurrentHashMap<>();
  private final AtomicInteger many = new AtomicInteger(MANY);
  private final InstantSource clock;

  Waits(InstantSource clock) {
    this.clock = clock;
  }

  static Duration notAtOnce(Duration delay) {
    return delay.compareTo(SOON) < 0 ? SOON : delay;
  }

  void set(Fingerprint step, Instant until) {
    forgetPast();
    due.put(step, until);
  }

  void over(Fingerprint step) {
    due.remove(step);
  }

  Optional<Instant> find(Fingerprint step) {
    return Optional.ofNullable(due.get(step)).filter(until -> until.isAfter(clock.instant()));
  }

  /** Steps that nobody came back for. Looks at all only when there are twice as many as before. */
  private void forgetPast() {
    int limit = many.get();
    if (due.size() > limit && many.compareAndSet(limit, Integer.MAX_VALUE)) {
      var now = clock.instant();
      due.values().removeIf(now::isAfter);
      many.set(Math.max(MANY, 2 * due.size()));
    }
  }
}
