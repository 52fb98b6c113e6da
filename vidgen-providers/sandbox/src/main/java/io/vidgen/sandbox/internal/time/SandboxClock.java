package io.vidgen.sandbox.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time plus what was added to it, or a time that moves only when told to. */
public final class SandboxClock implements InstantSource {
  private final InstantSource base;
  private final boolean virtual;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  private SandboxClock(InstantSource base, boolean virtual) {
    this.base = base;
    this.virtual = virtual;
  }

  /** The time of the machine. */
  public static SandboxClock real() {
    return new SandboxClock(Clock.systemUTC(), false);
  }

  /** Stands still at {@code start}. */
  public static SandboxClock virtual(Instant start) {
    return new SandboxClock(InstantSource.fixed(start), true);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  /** Whether it moves only when told to. */
  public boolean isVirtual() {
    return virtual;
  }

  /** Moves on. */
  public void advance(Duration time) {
    offset.accumulateAndGet(time, Duration::plus);
  }
}
