package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many submits of one client run at once: a last guard, since the engine knows better when a
 * call's turn has come, and whoever waits here holds a thread. Nobody waits longer than its own
 * deadline, and is then refused without having been sent.
 */
final class SubmitPace {
  private final Places places;
  private int most;

  SubmitPace(int most) {
    this.most = most;
    places = new Places(most);
  }

  /** Takes a place; {@link #leave()} gives it back. */
  void enter(Duration left) throws InterruptedException {
    if (!places.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new VidgenException(
          Failure.of(
              FailureKind.RATE_LIMITED,
              "all places for calls to it are taken; nothing was sent",
              "try again later"));
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
