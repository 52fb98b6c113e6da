package io.vidgen.testkit;

import io.vidgen.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Clock and timer of a pipeline under test: both stand still until the test moves them, so hours of
 * waiting for a vendor take no time. Give it to {@code clock(...)} and {@code scheduler(...)} of
 * the builder. Safe for use by several threads.
 */
public final class ManualTime implements InstantSource, Scheduler {
  private static final Duration FAR = Duration.ofMinutes(1);

  /** In nanoseconds. */
  private static final long MOMENT = 100_000_000;

  /** How often a moment is given again to threads that work, but get no processor. */
  private static final int MOMENTS = 10;

  private record Timer(Instant at, long number, Runnable task) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::number));
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private long count;

  private ManualTime() {}

  /**
   * Time that begins at noon of 1 January 2026, UTC.
   *
   * @return the time
   */
  public static ManualTime create() {
    return new ManualTime();
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void schedule(Duration delay, Runnable task) {
    timers.add(new Timer(now.plus(delay), count++, task));
    notifyAll();
  }

  /**
   * Moves time on and runs, on this thread and in order, every timer that is due on the way.
   *
   * @param by how far, zero or more
   * @throws IllegalArgumentException if it would run backwards
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + by);
    }
    var end = instant().plus(by);
    for (var timer = next(end); timer.isPresent(); timer = next(end)) {
      timer.get().task().run();
    }
    synchronized (this) {
      now = end.isAfter(now) ? end : now;
    }
  }

  /**
   * How many timers wait.
   *
   * @return the count
   */
  public synchronized int waiting() {
    return timers.size();
  }

  /**
   * Waits, in real time, until so many timers wait.
   *
   * @param timers how many at least
   * @param patience how long at most
   * @return true if they do
   * @throws InterruptedException if this thread was interrupted
   */
  public synchronized boolean awaitTimers(int timers, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (this.timers.size() < timers) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /**
   * Lets time fly until something is over: whenever a timer waits, time jumps to it. Before a jump
   * of more than a minute it gives other threads 100 ms, in real time, to set an earlier timer, and
   * up to 1 s while threads of pipelines still work, as on a busy machine.
   *
   * @param end what is waited for
   * @param patience how long at most, in real time
   * @return true if it is over, one way or the other
   * @throws InterruptedException if this thread was interrupted
   */
  public boolean flyUntil(CompletionStage<?> end, Duration patience) throws InterruptedException {
    var over = end.toCompletableFuture();
    var unused = over.whenComplete((result, error) -> wakeUp());
    long deadline = System.nanoTime() + patience.toNanos();
    long far = -1;
    long since = 0;
    int moments = MOMENTS;
    while (!over.isDone() && System.nanoTime() < deadline) {
      synchronized (this) {
        var first = timers.peek();
        long now = System.nanoTime();
        if (first != null && first.number() != far && isFar(first)) {
          far = first.number();
          since = now;
          moments = 1;
        } else if (now - since >= MOMENT && moments < MOMENTS && othersWork()) {
          since = now;
          moments++;
        }
        long wait = first == null ? MOMENT : first.number() == far ? since + MOMENT - now : 0;
        if (wait > 0) {
          if (!over.isDone()) {
            TimeUnit.NANOSECONDS.timedWait(this, wait);
          }
          continue;
        }
      }
      next(Instant.MAX).ifPresent(timer -> timer.task().run());
    }
    return over.isDone();
  }

  /** Whether a thread of a pipeline is not just waiting. */
  private static boolean othersWork() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vidgen-"))
        .map(Thread::getState)
        .anyMatch(state -> state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED);
  }

  /** Whether it may well be the limit of something that is about to set an earlier one. */
  private boolean isFar(Timer timer) {
    return timer.at().isAfter(now.plus(FAR));
  }

  private synchronized void wakeUp() {
    notifyAll();
  }

  private synchronized Optional<Timer> next(Instant end) {
    var timer = timers.peek();
    if (timer == null || timer.at().isAfter(end)) {
      return Optional.empty();
    }
    timers.remove(timer);
    now = timer.at().isAfter(now) ? timer.at() : now;
    return Optional.of(timer);
  }
}
