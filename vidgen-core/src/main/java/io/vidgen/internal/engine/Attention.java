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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that wait for a person's word. */
public final class Attention {
  /** After how long one is overdue whose provider did not say when it would be. */
  private static final Duration LONG = Duration.ofDays(1);

  private final Ledger ledger;
  private final Claims claims;
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
    this.claims = Claims.of(ledger);
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * All of them.
   *
   * @return their newest records
   */
  public List<StepRecord> list() {
    return ledger.all().stream().filter(this::isStuck).toList();
  }

  /** Whether it goes on only with a person's word, or did not get on when it was last tried. */
  private boolean isStuck(StepRecord step) {
    return switch (step.state()) {
      case UNKNOWN -> true;
      case SUBMITTED -> step.failure() != null || isOverdue(step);
      case COMPLETED -> step.failure() != null && isGone(step);
      default -> false;
    };
  }

  /** Nobody comes for it any more: whoever did would have noted a failure by then. */
  private boolean isOverdue(StepRecord step) {
    var overdue = step.overdueAt();
    return clock.instant().isAfter(overdue == null ? step.at().plus(LONG) : overdue);
  }

  private boolean isGone(StepRecord step) {
    return StepResults.isGone(step, ledger.artifacts());
  }

  /**
   * Writes a person's word.
   *
   * @param fingerprint the step
   * @param resolution what became of it
   * @return the new record
   */
  public StepRecord resolve(Fingerprint fingerprint, Resolution resolution) {
    if (runner.isRunning(fingerprint) || !claims.take(fingerprint)) {
      throw refused("step " + fingerprint.shortForm() + " is being worked on right now");
    }
    try {
      return decide(fingerprint, resolution);
    } finally {
      claims.giveBack(fingerprint);
    }
  }

  private StepRecord decide(Fingerprint fingerprint, Resolution resolution) {
    var step =
        ledger
            .find(fingerprint)
            .orElseThrow(() -> refused("there is no step " + fingerprint.shortForm()));
    if (!isStuck(step) && step.state() != StepState.INTENT && !isGone(step)) {
      throw refused(
          "the outcome of step "
              + fingerprint.shortForm()
              + (step.state() == StepState.SUBMITTED
                  ? " is not decided: its provider works on it"
                  : " is known: " + step.state()));
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
      if (step.state() == StepState.COMPLETED && operation.equals(step.operation())) {
        throw refused("its files are asked for at that operation already");
      }
      return after(step, StepState.SUBMITTED, operation, null);
    }
    // What was collected once was paid for, whatever a person says.
    boolean collected = step.state() == StepState.COMPLETED;
    boolean charged = collected || resolution instanceof Resolution.GiveUp;
    var why =
        collected
            ? "its files are gone, so it is to be made anew"
            : charged
                ? "given up: charged without a result"
                : "certainly not charged, as a person found out";
    return after(
        step,
        StepState.FAILED,
        null,
        Failure.of(FailureKind.UNKNOWN_OUTCOME, why, "").charged(charged));
  }

  private StepRecord after(
      StepRecord step,
      StepState state,
      @Nullable RemoteOperation operation,
      @Nullable Failure failure) {
    boolean charged = failure != null && Boolean.TRUE.equals(failure.charged());
    var spent = Charges.spent(step, charged ? step.reserved() : null);
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
        operation == null ? step.reserved() : Charges.reserveOfAdopted(step),
        spent,
        // Only what is paid is ever decided about, so it had a price that nobody knew.
        step.unpriced()
            || (charged && step.reserved() == null && step.state() != StepState.COMPLETED),
        failure,
        step.payer(),
        step.announcedAt(),
        Charges.earlier(step, spent),
        clock.instant(),
        null);
  }

  private static VidgenException refused(String why) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST, why, "see needsAttention() for what can be resolved");
  }
}
