package io.vidgen.queue;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What can go wrong in a queue, in words. */
final class QueueFailures {
  private QueueFailures() {}

  static VidgenException storeFull(int capacity) {
    return VidgenException.of(
        FailureKind.QUOTA,
        "the job store is full with " + capacity + " jobs, those that are over included",
        "call cleanup(), shorten the life of results, or use a store with more room");
  }

  static VidgenException full(QueueOptions options) {
    return VidgenException.of(
        FailureKind.QUOTA,
        "the queue is full: "
            + options.inFlight()
            + " jobs may be in flight and "
            + options.maxWaiting()
            + " may wait",
        "submit again later, or raise QueueOptions.maxWaiting or inFlight");
  }

  static VidgenException closed() {
    return VidgenException.of(
        FailureKind.CANCELLED, "the queue is closed", "open another one and submit again");
  }

  static VidgenException unknown(String id) {
    return VidgenException.of(
            FailureKind.EXPIRED,
            "the job is not known: it never was, or it was forgotten after its life",
            "check the id, or lengthen QueueOptions.life")
        .in(place(id));
  }

  static VidgenException expired(String id) {
    return VidgenException.of(
            FailureKind.EXPIRED,
            "the life of the result is over",
            "submit the request again, or lengthen QueueOptions.life")
        .in(place(id));
  }

  static VidgenException cancelled(String id, String why) {
    return VidgenException.of(FailureKind.CANCELLED, why, "submit the request again").in(place(id));
  }

  static VidgenException cancelledBefore(String id) {
    return cancelled(id, "the job was cancelled before it began");
  }

  /** What a runner or its job threw, as one of ours. */
  static VidgenException of(String id, Throwable error) {
    var cause = error;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof VidgenException known) {
      return known.failure().context().job() == null ? known.in(place(id)) : known;
    }
    var failure =
        cause instanceof CancellationException
            ? Failure.of(FailureKind.CANCELLED, "the job was cancelled", "submit it again")
            : Failure.of(
                FailureKind.LOCAL,
                "something unforeseen happened: " + cause,
                "see the cause; what was done before is kept");
    return new VidgenException(failure.in(place(id)), cause);
  }

  static JobState stateAfter(FailureKind kind) {
    return switch (kind) {
      case CANCELLED -> JobState.CANCELLED;
      case UNKNOWN_OUTCOME -> JobState.NEEDS_ATTENTION;
      default -> JobState.FAILED;
    };
  }

  private static FailureContext place(String id) {
    return new FailureContext(null, null, 0, id, 0);
  }
}
