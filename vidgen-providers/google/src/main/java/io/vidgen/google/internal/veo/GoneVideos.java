package io.vidgen.google.internal.veo;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.model.RemoteOperation;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What it means that Google does not know an operation or its file: only what is old enough to be
 * gone is called expired, since what is expired is bought again.
 *
 * @param clock the time
 */
record GoneVideos(InstantSource clock) {
  /** How long Google keeps what it made. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** What was accepted a moment ago may not be everywhere yet. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  /** Google's clock may have begun a little before ours. */
  private static final Duration EARLY = Duration.ofHours(1);

  /** What to say of something that is not there. */
  Failure judge(RemoteOperation operation, Failure notThere) {
    var open = notThere.charged(null);
    var age = Duration.between(operation.submittedAt(), clock.instant());
    if (age.compareTo(KEPT.minus(EARLY)) >= 0) {
      return open;
    }
    return age.compareTo(SETTLING) < 0 ? later(open) : lost(operation, open);
  }

  /** It is asked for again. */
  static Failure later(Failure failure) {
    return Failure.of(FailureKind.UNAVAILABLE, failure.message(), failure.remedy()).charged(null);
  }

  private static Failure lost(RemoteOperation operation, Failure failure) {
    return Failure.of(
            FailureKind.PROTOCOL,
            "Google does not know " + operation.id() + " now: " + failure.message(),
            "is this the key or project that made it? If so, resolve the step: resubmit it or give"
                + " it up")
        .charged(null);
  }
}
