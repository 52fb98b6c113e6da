package io.vidgen.rest.internal.whisper;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;

/** Ends work before anything was sent: nothing was charged. */
final class Unwanted {
  private Unwanted() {}

  /** Leaves the interrupt flag set. */
  static void check(CallContext context) {
    if (Thread.currentThread().isInterrupted() || context.cancelled()) {
      throw failure(FailureKind.CANCELLED, "transcription was cancelled", "");
    }
    if (context.timeLeft().isZero()) {
      throw failure(FailureKind.TIMEOUT, "no time was left to transcribe", "allow more time");
    }
  }

  private static VidgenException failure(FailureKind kind, String message, String remedy) {
    return new VidgenException(Failure.of(kind, message, remedy).charged(false));
  }
}
