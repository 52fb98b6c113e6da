package io.vidgen.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. Safe for use by several threads. */
public final class ManualClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** A clock at noon of the first of June 2026, UTC. */
  public ManualClock() {
    this(Instant.parse("2026-06-01T12:00:00Z"));
  }

  /**
   * A clock at some moment.
   *
   * @param start where it stands
   */
  public ManualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /**
   * Goes on.
   *
   * @param time how far; a negative time goes back
   */
  public void advance(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
