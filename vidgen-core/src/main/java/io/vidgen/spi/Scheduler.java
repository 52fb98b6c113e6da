package io.vidgen.spi;

import java.time.Duration;

/** Runs things later. The seam through which tests, and frameworks with a timer, take time over. */
@FunctionalInterface
public interface Scheduler {

  /**
   * Runs a task once, later, on any thread. The task is short: it only hands work to a pool.
   *
   * @param delay how long from now, more than zero
   * @param task what to run
   * @throws java.util.concurrent.RejectedExecutionException if it will not be run
   */
  void schedule(Duration delay, Runnable task);
}
