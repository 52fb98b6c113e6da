package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/** How steps end of which no provider said why. */
final class StepFailures {
  private StepFailures() {}

  static FailureContext place(Step<?> step) {
    return new FailureContext(step.key().kind(), step.provider(), step.key().scene(), null, 0);
  }

  static VidgenException cancelled(Step<?> step, String why) {
    return VidgenException.of(
            FailureKind.CANCELLED, "stopped: " + why, "render again to go on from here")
        .in(place(step));
  }

  static VidgenException unexpected(Step<?> step, Throwable cause) {
    var text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new VidgenException(
        Failure.of(
                FailureKind.LOCAL,
                cause.getClass().getSimpleName() + ": " + text,
                "see the cause; what was done before is kept, render again to go on from here")
            .in(place(step)),
        cause);
  }
}
