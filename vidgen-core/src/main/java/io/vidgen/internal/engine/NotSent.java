package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.time.Duration;

/** Failures of calls that did not get as far as the vendor. */
final class NotSent {
  private static final String REMEDY = "render again later, or with another account";

  private NotSent() {}

  /** What another step has failed of. */
  static VidgenException because(Failure why) {
    var mine = Failure.of(why.kind(), why.message(), why.remedy()).charged(false);
    var delay = why.retryAfter();
    return new VidgenException(delay == null ? mine : mine.retryAfter(delay));
  }

  /** The vendor refuses, or wants to be left alone, for too long. */
  static VidgenException takesNothing(String provider, Duration held, Duration left) {
    var before = held.minus(left).toSeconds();
    return new VidgenException(
        Failure.of(
                FailureKind.RATE_LIMITED,
                "provider "
                    + provider
                    + (before > 0 ? " has taken nothing for " + before + " s and" : "")
                    + " takes nothing for another "
                    + left.toSeconds()
                    + " s; nothing was sent",
                REMEDY)
            .retryAfter(left)
            .charged(false));
  }

  /** Its account takes calls, but those of others. */
  static VidgenException full(String provider, Duration waited) {
    return new VidgenException(
        Failure.of(
                FailureKind.RATE_LIMITED,
                "the account at "
                    + provider
                    + " is full, and "
                    + waited.toSeconds()
                    + " s in line were not enough; nothing was sent",
                REMEDY)
            .charged(false));
  }
}
