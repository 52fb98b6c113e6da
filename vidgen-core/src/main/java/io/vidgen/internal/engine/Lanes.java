package io.vidgen.internal.engine;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The pipeline's bounded pools, and one timer for everything that waits. */
public final class Lanes implements AutoCloseable {
  private static final int NETWORK_THREADS = 16;
  private static final int WAITING_STEPS = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor processor;
  private final ThreadPoolExecutor network;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Starts no thread yet.
   *
   * @param processors how many steps use this machine's processors at once, 1 or more
   */
  public Lanes(int processors) {
    processor = pool("vidgen-processor", processors);
    network = pool("vidgen-network", NETWORK_THREADS);
    timer = new ScheduledThreadPoolExecutor(1, daemons("vidgen-timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  Executor of(Step.Lane lane) {
    return switch (lane) {
      case PROCESSOR -> processor;
      case NETWORK -> network;
    };
  }

  /**
   * Runs something later, on the network lane so that the timer is never held up.
   *
   * @param delay how long from now; at once when negative
   * @param work what to run
   */
  public void later(Duration delay, Runnable work) {
    var unused =
        timer.schedule(
            () -> network.execute(work), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** Interrupts what runs and waits a little for it to end. */
  @Override
  public void close() {
    timer.shutdownNow();
    processor.shutdownNow();
    network.shutdownNow();
    awaitEnd(processor);
    awaitEnd(network);
  }

  private static void awaitEnd(ExecutorService pool) {
    try {
      pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadPoolExecutor pool(String name, int threads) {
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_STEPS),
            daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory daemons(String name) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
