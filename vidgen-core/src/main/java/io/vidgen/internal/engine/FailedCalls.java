package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows a call that failed: another attempt after a delay, or the end, and in any case the
 * truth in the ledger. A paid call is repeated by itself only when it certainly cost nothing.
 */
final class FailedCalls {
  private final StepResults results;
  private final Guards guards;

  FailedCalls(StepResults results, Guards guards) {
    this.results = results;
    this.guards = guards;
  }

  /**
   * A call that was announced.
   *
   * @param record its newest record, null when it is free and was never done
   * @param resent whether it was sent once before with the same id, with unknown outcome: then its
   *     refusal says nothing about the first time
   * @param resolvable whether an unknown outcome can be found out by coming again
   */
  record Sent(@Nullable StepRecord record, boolean resent, boolean resolvable) {}

  /**
   * Decides; throws when it was the last attempt.
   *
   * @param took how long the call took
   * @param actual what the vendor said that it charged, null when it said nothing
   */
  <R> StepOutcome<R> follow(
      Step<?> step, Sent sent, VidgenException e, Duration took, @Nullable Money actual) {
    guards.failed(step, e.failure(), took);
    if (step.isFree()) {
      return followFree(step, sent, e);
    }
    var failure = e.failure();
    boolean unknown = failure.kind() == FailureKind.UNKNOWN_OUTCOME || failure.charged() == null;
    if (unknown || sent.resent()) {
      return followUnknown(step, sent, e, unknown, actual);
    }
    if (sent.record() != null) {
      results.failed(step, sent.record(), failure, actual);
    }
    return again(step, e, failure.kind().retryable() && Boolean.FALSE.equals(failure.charged()));
  }

  private <R> StepOutcome<R> followUnknown(
      Step<?> step, Sent sent, VidgenException e, boolean unknown, @Nullable Money actual) {
    // The refusal of one that is sent again decides nothing about the first time.
    var undecided = unknown(step, e);
    if (sent.record() != null) {
      results.unknown(step, sent.record(), unknown ? e.failure() : undecided.failure(), actual);
    }
    boolean sensible = sent.resolvable() && (unknown || e.kind().retryable());
    return parked(step, delay(step, unknown ? undecided : e, sensible), undecided);
  }

  /** Sending it twice costs nothing, so nobody has to find out what became of it. */
  private <R> StepOutcome<R> followFree(Step<?> step, Sent sent, VidgenException e) {
    var failure = e.failure();
    boolean lost = failure.kind() == FailureKind.UNKNOWN_OUTCOME;
    if (lost) {
      failure =
          new Failure(
              FailureKind.UNAVAILABLE,
              failure.message(),
              failure.remedy(),
              failure.context(),
              failure.retryAfter(),
              false);
    }
    if (sent.record() != null && sent.record().state().isOpen()) {
      results.failed(step, sent.record(), failure, null);
    }
    return again(step, lost ? new VidgenException(failure, e) : e, failure.kind().retryable());
  }

  /** Parks the step for one more attempt, if that makes sense and there were not enough. */
  <R> StepOutcome<R> again(Step<?> step, VidgenException e, boolean sensible) {
    return parked(step, delay(step, e, sensible), e);
  }

  private Optional<Duration> delay(Step<?> step, VidgenException e, boolean sensible) {
    return sensible ? guards.again(step, e.failure(), hasNext(step)) : Optional.empty();
  }

  /** Parks a step whose result is there but was not fetched, if there were not enough attempts. */
  <R> StepOutcome<R> fetchAgain(Step<?> step, VidgenException e) {
    return parked(step, guards.fetchAgain(step, e.failure(), hasNext(step)), e);
  }

  private <R> StepOutcome<R> parked(Step<?> step, Optional<Duration> delay, VidgenException e) {
    if (delay.isPresent()) {
      return results.parked(delay.get(), e.failure().message(), e.failure());
    }
    guards.over(step);
    throw e;
  }

  private boolean hasNext(Step<?> step) {
    return step.hasAnother() && results.isUnbought(step);
  }

  /** An operation that ended without a result, and perhaps was charged. */
  static VidgenException undecided(Step<?> step, RemoteOperation operation, Failure failure) {
    return new VidgenException(
        Failure.of(
            FailureKind.UNKNOWN_OUTCOME,
            "operation "
                + operation.id()
                + " failed, and nobody knows whether it was charged; it is not bought again by"
                + " itself: "
                + failure.message(),
            (failure.remedy().isEmpty() ? "" : failure.remedy() + "; ")
                + "look at the account of "
                + step.provider()
                + ", then resolve step "
                + step.fingerprint().shortForm()
                + ": resubmit it or give it up"),
        new VidgenException(failure));
  }

  static VidgenException unknown(Step<?> step, @Nullable Throwable cause) {
    return new VidgenException(
        Failure.of(
            FailureKind.UNKNOWN_OUTCOME,
            "a paid call was sent and its answer is not known; it is not sent again by itself"
                + (cause == null ? "" : ": " + cause.getMessage()),
            "look at the account of "
                + step.provider()
                + ", then resolve step "
                + step.fingerprint().shortForm()
                + ": adopt its operation, resubmit it or give it up"),
        cause);
  }
}
