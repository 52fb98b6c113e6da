package io.vidgen.queue;

import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which jobs begin, so that one that takes long to plan holds up nobody else. A job
 * that asks somebody has a thread of its own until there is an answer: there are at most as many of
 * those as places in flight, since each holds one.
 */
final class Starters {
  private static final int SIDE_BY_SIDE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final ThreadPoolExecutor planners;
  private final ThreadFactory askers = daemons("vidgen-queue-ask");

  /** Starts no thread yet. */
  Starters(int inFlight) {
    int threads = Math.min(inFlight, SIDE_BY_SIDE);
    planners =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(inFlight),
            daemons("vidgen-queue-start"));
    planners.allowCoreThreadTimeOut(true);
  }

  static ThreadFactory daemons(String name) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs what begins a job that has its place in flight. */
  void start(RenderOptions options, Runnable begin) {
    if (options.overrun() instanceof Overrun.Ask) {
      askers.newThread(begin).start();
    } else {
      planners.execute(begin);
    }
  }

  /** Whoever is asked may still answer: that job is cancelled then. */
  void close() {
    planners.shutdown();
  }
}
