package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RemoteOperation;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that wait for a person's word. */
public final class Attention {
  private final Ledger ledger;
  private final StepRunner runner;
  private final InstantSource clock;

  /**
   * For one engine.
   *
   * @param ledger where the steps are
   * @param runner what works on them
   * @param clock what time it is
   */
  public Attention(Ledger ledger, StepRunner runner, InstantSource clock) {
    this.ledger = ledger;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * All of them.
   *
   * @return their newest records
   */
  public List<StepRecord> list() {
    return ledger.all().stream().filter(step -> step.state() == StepState.UNKNOWN).toList();
  }

  /**
   * Writes a person's word.
   *
   * @param fingerprint the step
   * @param resolution what became of it
   * @return the new record
   */
  public StepRecord resolve(Fingerprint fingerprint, Resolution resolution) {
    var step =
        ledger
            .find(fingerprint)
            .orElseThrow(() -> refused("there is no step " + fingerprint.shortForm()));
    if (!step.state().isOpen() || step.state() == StepState.SUBMITTED) {
      throw refused(
          "the outcome of step " + fingerprint.shortForm() + " is known: " + step.state());
    }
    if (runner.isRunning(fingerprint)) {
      throw refused("step " + fingerprint.shortForm() + " is being worked on right now");
    }
    var next = next(step, resolution);
    ledger.write(next);
    return next;
  }

  private StepRecord next(StepRecord step, Resolution resolution) {
    if (resolution instanceof Resolution.Adopt adopt) {
      var operation = adopt.operation();
      if (!operation.provider().equals(step.provider())) {
        throw refused(
            "the operation is of " + operation.provider() + ", the step of " + step.provider());
      }
      return after(step, StepState.SUBMITTED, operation, null);
    }
    boolean charged = resolution instanceof Resolution.GiveUp;
    var failure =
        Failure.of(
                FailureKind.UNKNOWN_OUTCOME,
                charged
                    ? "given up: charged without a result"
                    : "certainly not charged, as a person found out",
                "")
            .charged(charged);
    return after(step, StepState.FAILED, null, failure);
  }

  private StepRecord after(
      StepRecord step,
      StepState state,
      @Nullable RemoteOperation operation,
      @Nullable Failure failure) {
    boolean charged = failure != null && Boolean.TRUE.equals(failure.charged());
    return new StepRecord(
        step.fingerprint(),
        step.slot(),
        step.kind(),
        step.provider(),
        step.model(),
        state,
        step.attempt(),
        step.attemptId(),
        step.version() + 1,
        operation,
        null,
        List.of(),
        step.reserved(),
        StepResults.spent(step, charged ? step.reserved() : null),
        failure,
        clock.instant());
  }

  private static VidgenException refused(String why) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST, why, "see needsAttention() for what can be resolved");
  }
}
