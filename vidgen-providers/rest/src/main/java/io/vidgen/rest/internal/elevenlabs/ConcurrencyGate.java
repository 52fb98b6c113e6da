package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * As many calls at once as the plan allows, which the vendor tells with every answer. Begins with
 * what the smallest plan allows.
 */
final class ConcurrencyGate {
  private static final String MOST = "maximum-concurrent-requests";
  private static final int SMALLEST_PLAN = 2;
  private static final int LARGEST = 64;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition free = lock.newCondition();
  private final boolean fixed;
  private int most;
  private int used;

  ConcurrencyGate(@Nullable Integer fixed) {
    this.fixed = fixed != null;
    this.most = fixed == null ? SMALLEST_PLAN : fixed;
  }

  /** Waits for a place, not longer than the call may take. */
  void enter(CallContext context) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (used >= most) {
        if (context.cancelled()) {
          throw cancelled();
        }
        if (context.timeLeft().isZero()) {
          throw VidgenException.of(
              FailureKind.RATE_LIMITED,
              "all " + most + " places for calls at once were taken until the deadline",
              "render less at once, or choose a larger plan");
        }
        var unused = free.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      }
      used++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      used--;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes over the plan's limit; a user's own limit stays. */
  void learn(Headers headers) {
    var said = headers.get(MOST);
    if (fixed || said == null || !said.strip().matches("[0-9]{1,6}")) {
      return;
    }
    lock.lock();
    try {
      most = Math.max(1, Math.min(LARGEST, Integer.parseInt(said.strip())));
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int most() {
    lock.lock();
    try {
      return most;
    } finally {
      lock.unlock();
    }
  }

  /** Waits before something is asked again. */
  void pause(Duration delay, CallContext context) throws InterruptedException {
    long end = System.nanoTime() + delay.toNanos();
    lock.lockInterruptibly();
    try {
      while (System.nanoTime() < end) {
        if (context.cancelled()) {
          throw cancelled();
        }
        var unused =
            free.awaitNanos(Math.min(LOOK_AGAIN.toNanos(), end - System.nanoTime()));
      }
    } finally {
      lock.unlock();
    }
  }

  private static VidgenException cancelled() {
    return new VidgenException(
        Failure.of(FailureKind.CANCELLED, "the speech was cancelled", "").charged(false));
  }
}
