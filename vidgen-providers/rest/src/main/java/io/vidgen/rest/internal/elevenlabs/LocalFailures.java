package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/** Failures of this machine while no call was under way: nothing was charged for them. */
final class LocalFailures {
  private LocalFailures() {}

  /** A file or a program failed. */
  static VidgenException of(Exception e) {
    var text = e.getMessage() == null ? "" : ": " + e.getMessage();
    return new VidgenException(
        Failure.of(
                FailureKind.LOCAL,
                "something here failed: " + e.getClass().getSimpleName() + text,
                "see that the disk has room")
            .charged(false),
        e);
  }

  /** Somebody cancelled; the thread stays interrupted. */
  static VidgenException cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new VidgenException(
        Failure.of(FailureKind.CANCELLED, "the speech was cancelled", "").charged(false), e);
  }
}
