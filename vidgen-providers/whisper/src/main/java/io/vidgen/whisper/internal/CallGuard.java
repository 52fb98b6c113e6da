package io.vidgen.whisper.internal;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;

/** Ends a call that nobody wants any more or that takes too long. Nothing is ever charged. */
final class CallGuard {
  private final CallContext context;

  CallGuard(CallContext context) {
    this.context = context;
  }

  void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("recognition was interrupted");
    }
    if (context.cancelled()) {
      throw failure(FailureKind.CANCELLED, "recognition was cancelled", "");
    }
    if (context.timeLeft().isZero()) {
      throw failure(
          FailureKind.TIMEOUT,
          "recognition by whisper.cpp took too long",
          "allow more time, use a smaller model or cut the recording");
    }
  }

  /** How far the call is; what is beyond 0 to 1 is taken as these. */
  void progress(double fraction) {
    context.progress(Math.max(0, Math.min(1, fraction)));
  }

  static VidgenException failure(FailureKind kind, String message, String remedy) {
    return new VidgenException(Failure.of(kind, message, remedy).charged(false));
  }

  static VidgenException failure(FailureKind kind, String message, String remedy, Throwable cause) {
    return new VidgenException(Failure.of(kind, message, remedy).charged(false), cause);
  }
}
