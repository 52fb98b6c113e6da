package io.vidgen.internal.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Interrupts a call that goes on long after its limit, whoever waits for it: its job could not end
 * and its place would never be free. By real time, as that of {@link StepContext#timeLeft}.
 */
final class Overtime implements AutoCloseable {
  private static final Duration SHORTEST_GRACE = Duration.ofSeconds(2);
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(30);

  private final Thread caller = Thread.currentThread();
  private final Duration grace;
  private CompletableFuture<Void> timer = new CompletableFuture<>();
  private boolean over;
  private boolean interrupted;

  /**
   * A call that may be ended.
   *
   * @param <T> what comes of it
   */
  interface Call<T> {
    T call() throws IOException, InterruptedException;
  }

  /** The call was ended. */
  static final class Passed extends InterruptedIOException {
    private static final long serialVersionUID = 1;

    private Passed(Duration limit, InterruptedException cause) {
      super("it did not end within its limit of " + limit.toSeconds() + " s");
      initCause(cause);
    }
  }

  private Overtime(Duration limit) {
    var tenth = limit.dividedBy(10);
    grace =
        tenth.compareTo(SHORTEST_GRACE) < 0
            ? SHORTEST_GRACE
            : tenth.compareTo(LONGEST_GRACE) > 0 ? LONGEST_GRACE : tenth;
    arm(limit.plus(grace));
  }

  /**
   * Makes a call on this thread.
   *
   * @param limit how long it may take; some grace is given, so that it may end by itself
   * @throws Passed if it had to be ended
   */
  static <T> T within(Duration limit, Call<T> call) throws IOException, InterruptedException {
    var overtime = new Overtime(limit);
    try (overtime) {
      return call.call();
    } catch (InterruptedException e) {
      if (overtime.isInterrupted()) {
        throw new Passed(limit, e);
      }
      throw e;
    }
  }

  private synchronized void arm(Duration delay) {
    timer = new CompletableFuture<>();
    var unused =
        timer
            .orTimeout(delay.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (done, late) -> {
                  if (late instanceof TimeoutException) {
                    ring();
                  }
                });
  }

  /** Once more after a while, since some code takes an interrupt for something else. */
  private synchronized void ring() {
    if (!over) {
      interrupted = true;
      caller.interrupt();
      arm(grace);
    }
  }

  private synchronized boolean isInterrupted() {
    return interrupted;
  }

  /** After this, no interrupt of ours can reach the thread's next work. */
  @Override
  public synchronized void close() {
    over = true;
    timer.complete(null);
    if (interrupted) {
      Thread.interrupted();
    }
  }
}
