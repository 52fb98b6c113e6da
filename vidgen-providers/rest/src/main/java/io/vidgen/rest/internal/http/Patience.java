package io.vidgen.rest.internal.http;

import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long somebody waits for a call, and whether he still does.
 *
 * @param endNanos when it is over, on the clock of {@link System#nanoTime()}
 * @param unwanted whether nobody wants the result any more
 */
record Patience(long endNanos, BooleanSupplier unwanted) {

  static Patience of(CallContext context, Duration limit) {
    var left = context.timeLeft();
    return new Patience(end(left.compareTo(limit) < 0 ? left : limit), context::cancelled);
  }

  static Patience of(Duration limit) {
    return new Patience(end(limit), () -> false);
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  boolean isOver() {
    return endNanos - System.nanoTime() <= 0;
  }

  /** Looks at the interrupt flag and leaves it as it is. */
  boolean cancelled() {
    return Thread.currentThread().isInterrupted() || unwanted.getAsBoolean();
  }

  private static long end(Duration left) {
    return System.nanoTime() + Math.min(left.toNanos(), Long.MAX_VALUE / 4);
  }
}
