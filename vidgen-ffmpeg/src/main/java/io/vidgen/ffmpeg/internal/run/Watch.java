package io.vidgen.ffmpeg.internal.run;

import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * What a run has to obey and to tell.
 *
 * @param timeLeft how long it may take from now on
 * @param cancelled whether nobody wants the result any more
 * @param progress takes the fraction done, 0 to 1
 */
public record Watch(
    Supplier<Duration> timeLeft, BooleanSupplier cancelled, DoubleConsumer progress) {

  /** The limits of a call. */
  public static Watch of(CallContext context) {
    return new Watch(context::timeLeft, context::cancelled, context::progress);
  }

  /** A deadline and nothing else. */
  public static Watch within(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    return new Watch(() -> Duration.ofNanos(end - System.nanoTime()), () -> false, done -> {});
  }

  /** The same limits for a part of the work, whose progress is that part of the whole. */
  public Watch part(double from, double to) {
    return new Watch(
        timeLeft, cancelled, done -> progress.accept(from + (to - from) * Math.min(1, done)));
  }
}
