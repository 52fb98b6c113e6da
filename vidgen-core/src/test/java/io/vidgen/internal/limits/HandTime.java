package io.vidgen.internal.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that moves by hand, and the timers that hang on it. */
final class HandTime implements InstantSource {
  private record Timer(Instant at, Runnable work) {}

  private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void later(Duration delay, Runnable work) {
    timers.add(new Timer(now.plus(delay), work));
  }

  void pass(Duration time) {
    var end = now.plus(time);
    while (!timers.isEmpty() && !timers.element().at().isAfter(end)) {
      var timer = timers.remove();
      now = timer.at().isAfter(now) ? timer.at() : now;
      timer.work().run();
    }
    now = end;
  }
}
