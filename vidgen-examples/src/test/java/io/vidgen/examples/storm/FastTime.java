package io.vidgen.examples.storm;

import io.vidgen.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clock and timer of a pipeline that run many times as fast as real ones. Unlike time that a test
 * moves, it goes on while calls are under way, so that waiting for a vendor, a rest and a delay
 * keep their proportions.
 */
final class FastTime implements InstantSource, Scheduler, AutoCloseable {
  /** Long before any real time, so that nothing that a vendor dates is ever overdue. */
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private static final int TIMERS = 4;

  private final int factor;
  private final long began = System.nanoTime();
  private final AtomicLong skipped = new AtomicLong();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(TIMERS);

  FastTime(int factor) {
    this.factor = factor;
  }

  @Override
  public Instant instant() {
    return START.plusNanos((System.nanoTime() - began) * factor + skipped.get());
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    var unused = timer.schedule(task, Math.max(0, delay.toNanos() / factor), TimeUnit.NANOSECONDS);
  }

  /** Lets so much of this time go by at once; for when nothing waits for it. */
  void skip(Duration time) {
    skipped.addAndGet(time.toNanos());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
