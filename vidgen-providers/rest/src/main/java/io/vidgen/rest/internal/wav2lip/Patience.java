package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.time.Duration;

/** How long a run is waited for. */
final class Patience {
  private final CallContext context;
  private final Duration longest;
  private final long begin = System.nanoTime();

  Patience(CallContext context, Duration longest) {
    this.context = context;
    this.longest = longest;
  }

  boolean isOver() {
    return System.nanoTime() - begin > longest.toNanos()
        || context.timeLeft().isZero()
        || context.timeLeft().isNegative();
  }

  /** Stops when nobody waits any more or the time is over. */
  void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the lip-sync was interrupted");
    }
    if (context.cancelled()) {
      throw VidgenException.of(FailureKind.CANCELLED, "the lip-sync was cancelled", "");
    }
    if (isOver()) {
      throw VidgenException.of(
          FailureKind.TIMEOUT,
          "Wav2Lip took too long",
          "set vidgen.wav2lip.timeout higher, or vidgen.wav2lip.resize to 2");
    }
  }
}
