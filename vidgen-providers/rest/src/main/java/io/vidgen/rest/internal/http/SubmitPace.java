package io.vidgen.rest.internal.http;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many submits run at once, and how far apart they begin. Who waits here waits no longer than
 * its own deadline, and is then refused without having been sent.
 */
final class SubmitPace {
  private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

  private final Places places;
  private final @Nullable RateLimiter spacing;
  private int most;

  SubmitPace(String provider, int most, Duration spacing) {
    this.most = most;
    places = new Places(most);
    this.spacing =
        spacing.isZero()
            ? null
            : RateLimiter.of(
                provider,
                RateLimiterConfig.custom()
                    .limitForPeriod(1)
                    .limitRefreshPeriod(spacing)
                    .timeoutDuration(LONGEST_QUEUE)
                    .build());
  }

  /** Takes a place; {@link #leave()} gives it back. */
  void enter(Duration left) throws InterruptedException {
    long began = System.nanoTime();
    if (!places.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS)) {
      throw busy("all places for calls to it are taken");
    }
    boolean entered = false;
    try {
      keepDistance(left.toNanos() - (System.nanoTime() - began));
      entered = true;
    } finally {
      if (!entered) {
        places.release();
      }
    }
  }

  void leave() {
    places.release();
  }

  /** Follows what the vendor says about the account: {@code maximum-concurrent-requests}. */
  synchronized void allow(int number) {
    if (number > most) {
      places.release(number - most);
    } else {
      places.reduce(most - number);
    }
    most = number;
  }

  synchronized int most() {
    return most;
  }

  private void keepDistance(long leftNanos) throws InterruptedException {
    if (spacing == null) {
      return;
    }
    long wait = spacing.reservePermission();
    if (wait < 0 || wait > leftNanos) {
      throw busy("calls to it are spaced, and the next free moment is too far away");
    }
    TimeUnit.NANOSECONDS.sleep(wait);
  }

  private static VidgenException busy(String why) {
    return new VidgenException(
        Failure.of(FailureKind.RATE_LIMITED, why + "; nothing was sent", "try again later"));
  }

  /** Places whose number can shrink while some are taken. */
  private static final class Places extends Semaphore {
    private static final long serialVersionUID = 1L;

    Places(int number) {
      super(number, true);
    }

    void reduce(int by) {
      reducePermits(by);
    }
  }
}
