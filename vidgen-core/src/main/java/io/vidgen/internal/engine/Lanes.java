package io.vidgen.internal.engine;

import io.vidgen.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pipeline's bounded pools, and one timer for everything that waits. */
public final class Lanes implements AutoCloseable {
  /** Calls to vendors at once: most of their time they wait for bytes. */
  private static final int NETWORK_THREADS = 64;

  private static final int NETWORK_VIRTUAL_THREADS = 256;
  private static final int JOB_THREADS = 2;
  private static final int WAITING_STEPS = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CROWDED = Duration.ofSeconds(1);

  private final ThreadPoolExecutor processor;
  private final ThreadPoolExecutor network;

  /** Apart from the others, so that jobs move on while all other threads wait for vendors. */
  private final ThreadPoolExecutor jobs;

  private final @Nullable ScheduledThreadPoolExecutor ownTimer;
  private final Scheduler scheduler;
  private volatile boolean closed;

  /**
   * Starts no thread yet.
   *
   * @param processors how many steps use this machine's processors at once, 1 or more
   * @param scheduler what runs things later, null for a timer of its own
   */
  public Lanes(int processors, @Nullable Scheduler scheduler) {
    processor = pool("vidgen-processor", processors);
    network = network();
    jobs = pool("vidgen-job", JOB_THREADS);
    ownTimer = scheduler == null ? timer() : null;
    this.scheduler = scheduler == null ? this::schedule : scheduler;
  }

  Executor of(Step.Lane lane) {
    return switch (lane) {
      case PROCESSOR -> processor;
      case NETWORK -> network;
    };
  }

  /**
   * Runs something of a job soon, or later. Not for calls to providers: those would hold up jobs.
   *
   * @param delay how long from now; at once when zero or negative
   * @param work what to run
   * @throws RejectedExecutionException if this is closed
   */
  public void later(Duration delay, Runnable work) {
    if (delay.isZero() || delay.isNegative()) {
      jobs.execute(work);
    } else {
      // Rounded up: whoever is woken early finds nothing to do, and comes again.
      scheduler.schedule(Duration.ofMillis(delay.plusNanos(999_999).toMillis()), () -> due(work));
    }
  }

  /**
   * Runs something on the timer itself that only hands on: a job whose listener takes its time does
   * not hold it up.
   *
   * @param delay how long from now
   * @param handOver what to run
   * @throws RejectedExecutionException if this is closed
   */
  void alert(Duration delay, Runnable handOver) {
    if (closed) {
      throw new RejectedExecutionException("the pipeline is closed");
    }
    scheduler.schedule(Duration.ofMillis(delay.plusNanos(999_999).toMillis()), handOver);
  }

  private void due(Runnable work) {
    try {
      jobs.execute(work);
    } catch (RejectedExecutionException e) {
      if (!closed) {
        scheduler.schedule(CROWDED, () -> due(work));
      }
    }
  }

  private void schedule(Duration delay, Runnable work) {
    if (ownTimer != null) {
      var unused = ownTimer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Takes no more work, and lets what runs end by itself for a while, because interrupting a paid
   * call leaves its outcome unknown. What is left then is interrupted.
   */
  @Override
  public void close() {
    closed = true;
    if (ownTimer != null) {
      ownTimer.shutdownNow();
    }
    end(processor, network);
    // Last, so that jobs hear how their steps ended.
    end(jobs);
  }

  private static void end(ExecutorService... pools) {
    for (var pool : pools) {
      pool.shutdown();
    }
    for (var pool : pools) {
      if (!awaitEnd(pool)) {
        pool.shutdownNow();
        awaitEnd(pool);
      }
    }
  }

  private static boolean awaitEnd(ExecutorService pool) {
    try {
      return pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ThreadPoolExecutor network() {
    var name = "vidgen-network";
    return Threads.virtual(name)
        .map(threads -> pool(threads, NETWORK_VIRTUAL_THREADS))
        .orElseGet(() -> pool(name, NETWORK_THREADS));
  }

  private static ThreadPoolExecutor pool(String name, int threads) {
    return pool(Threads.daemons(name), threads);
  }

  private static ThreadPoolExecutor pool(ThreadFactory factory, int threads) {
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_STEPS),
            factory);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ScheduledThreadPoolExecutor timer() {
    var timer = new ScheduledThreadPoolExecutor(1, Threads.daemons("vidgen-timer"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
