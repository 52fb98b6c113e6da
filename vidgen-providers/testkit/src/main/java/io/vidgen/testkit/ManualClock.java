package io.vidgen.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class ManualClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private ManualClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * A clock in UTC.
   *
   * @param start what it shows at first
   * @return the clock
   */
  public static ManualClock at(Instant start) {
    return new ManualClock(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  /**
   * A clock that shows noon of 1 January 2026, UTC.
   *
   * @return the clock
   */
  public static ManualClock create() {
    return at(Instant.parse("2026-01-01T12:00:00Z"));
  }

  /**
   * Moves it on.
   *
   * @param by how far, zero or more
   * @return what it shows now
   * @throws IllegalArgumentException if it would run backwards
   */
  public Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("a clock does not run backwards: " + by);
    }
    return now.updateAndGet(time -> time.plus(by));
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same hands, another zone: moving one moves both. */
  @Override
  public Clock withZone(ZoneId other) {
    return new ManualClock(now, other);
  }
}
