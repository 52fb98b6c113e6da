package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A user's own limit of calls at once. The plan's limit, which the vendor tells with each answer,
 * is kept by the HTTP client.
 */
final class Turns {
  private final @Nullable Semaphore places;

  Turns(@Nullable Integer most) {
    this.places = most == null ? null : new Semaphore(most, true);
  }

  /** Waits for a turn, not longer than the call may take. */
  void enter(CallContext context) throws InterruptedException {
    if (places != null && !places.tryAcquire(context.timeLeft().toNanos(), TimeUnit.NANOSECONDS)) {
      throw VidgenException.of(
          FailureKind.RATE_LIMITED,
          "all places for calls at once were taken until the deadline; nothing was sent",
          "render less at once, or raise vidgen.elevenlabs.concurrent");
    }
  }

  void leave() {
    if (places != null) {
      places.release();
    }
  }

  /** Waits before something that was refused is sent again. */
  static void pause(Duration delay) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }
}
