package io.vidgen.align.internal;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;

/** Ends a call that nobody wants any more or that takes too long. */
final class CallGuard {
  private static final int EVERY = 64;

  private final CallContext context;

  CallGuard(CallContext context) {
    this.context = context;
  }

  /** Looks now and then: only when the count of what was done is a multiple of 64. */
  void check(int count) throws InterruptedException {
    if (count % EVERY != 0) {
      return;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("alignment was interrupted");
    }
    if (context.cancelled()) {
      throw VidgenException.of(FailureKind.CANCELLED, "alignment was cancelled", "");
    }
    if (context.timeLeft().isZero()) {
      throw VidgenException.of(
          FailureKind.TIMEOUT, "alignment took too long", "allow more time or cut the recording");
    }
  }

  void progress(double fraction) {
    context.progress(Math.max(0, Math.min(1, fraction)));
  }
}
