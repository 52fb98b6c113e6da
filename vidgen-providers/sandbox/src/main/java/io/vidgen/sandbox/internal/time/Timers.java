package io.vidgen.sandbox.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs things when the sandbox's clock says so, on a few threads of its own. */
public final class Timers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final long TICK_MILLIS = 25;
  private static final int MOST_WAITING = 100_000;

  private record Task(Instant due, Runnable work) {}

  private final SandboxClock clock;
  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::due));
  private final ScheduledExecutorService ticker;
  private final ScheduledFuture<?> ticks;
  private final ExecutorService workers;

  /** Begins to tick. */
  public Timers(SandboxClock clock) {
    this.clock = clock;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(r -> Threads.daemon(r, "sandbox-timer"));
    this.workers =
        new ThreadPoolExecutor(
            4,
            4,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            r -> Threads.daemon(r, "sandbox-later"));
    this.ticks =
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A tick that throws would be the last one. */
  private void tick() {
    try {
      runDue();
    } catch (RuntimeException e) {
      LOG.warn("timers of the sandbox wait for the next tick", e);
    }
  }

  /** Runs something at a time, or soon if that has passed. */
  public void at(Instant due, Runnable work) {
    synchronized (tasks) {
      if (tasks.size() >= MOST_WAITING) {
        throw new RejectedExecutionException(MOST_WAITING + " timers are waiting");
      }
      tasks.add(new Task(due, work));
    }
  }

  /** Hands what is due to the workers; called by the ticker and after a jump of the clock. */
  public void runDue() {
    Instant now = clock.instant();
    List<Task> due = new ArrayList<>();
    synchronized (tasks) {
      for (Task next; (next = tasks.peek()) != null && !next.due().isAfter(now); ) {
        due.add(tasks.remove());
      }
    }
    for (Task task : due) {
      workers.execute(() -> run(task));
    }
  }

  private static void run(Task task) {
    try {
      task.work().run();
    } catch (RuntimeException e) {
      LOG.warn("a timer of the sandbox failed", e);
    }
  }

  /** Waits in real time, not at all on a virtual clock. */
  public void pause(Duration time) throws InterruptedException {
    if (!clock.isVirtual() && !time.isZero() && !time.isNegative()) {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
  }

  @Override
  public void close() {
    ticks.cancel(true);
    Threads.stop(ticker);
    Threads.stop(workers);
  }
}
