package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/** How jobs end that do not succeed. */
public final class JobFailures {
  private JobFailures() {}

  /**
   * How a cancelled job ends.
   *
   * @return the failure
   */
  public static VidgenException cancelled() {
    return VidgenException.of(
        FailureKind.CANCELLED, "the job was cancelled", "render again to go on from here");
  }

  static VidgenException stuck(String job) {
    return wrapped(new IllegalStateException("the flow of job " + job + " asks for nothing"));
  }

  static VidgenException wrapped(Throwable error) {
    return new VidgenException(
        Failure.of(
            FailureKind.LOCAL,
            "something unforeseen happened: " + error,
            "see the cause; what was done before is kept"),
        error);
  }
}
