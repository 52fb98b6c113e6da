package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.codec.Json;
import io.vidgen.internal.routing.Purchases;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps in the ledger: what is there, and the only writes that there are. */
final class StepResults {
  private static final String RESULT_TYPE = "application/json";

  private final Archive ledger;
  private final InstantSource clock;

  StepResults(Ledger ledger, InstantSource clock) {
    this.ledger = Archive.of(ledger);
    this.clock = clock;
  }

  ArtifactStore artifacts() {
    return ledger.artifacts();
  }

  Optional<StepRecord> record(Step<?> step) {
    return ledger.find(step.fingerprint());
  }

  /** The result if the step is done and every file of it is still there. */
  <R extends ProviderResult> Optional<R> find(Step<R> step) {
    return record(step).flatMap(record -> read(record, step.type()));
  }

  /**
   * Why a step's content was refused, if that is how its last attempt ended and nobody can have
   * paid for it.
   */
  Optional<Failure> refusal(Step<?> step) {
    return record(step)
        .filter(record -> record.state() == StepState.FAILED)
        .map(StepRecord::failure)
        .filter(failure -> failure.kind() == FailureKind.CONTENT_FILTERED)
        .filter(failure -> step.isFree() || Boolean.FALSE.equals(failure.charged()));
  }

  private <R extends ProviderResult> Optional<R> read(StepRecord record, Class<R> type) {
    var result = record.result();
    if (record.state() != StepState.COMPLETED
        || result == null
        || isGone(record, ledger.artifacts())) {
      return Optional.empty();
    }
    var file = ledger.artifacts().find(result);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ledger.read(file.get(), type));
    } catch (IOException e) {
      // A result that cannot be read is as good as lost: it is made again.
      return Optional.empty();
    }
  }

  <R> StepOutcome<R> parked(Duration delay, String why, @Nullable Failure failure) {
    return new StepOutcome.Parked<>(clock.instant().plus(delay), why, failure);
  }

  /** Nothing is sent while the provider's breaker is open. */
  <R> StepOutcome<R> resting(Step<?> step) {
    var why = Guards.resting(step);
    if (step.hasAnother() && isUnbought(step)) {
      throw new VidgenException(why);
    }
    return parked(Guards.RECHECK, why.message(), null);
  }

  /** Whether nothing of a step is bought or on its way; of what is free nothing ever is. */
  boolean isUnbought(Step<?> step) {
    return step.isFree() || record(step).map(this::isUnbought).orElse(true);
  }

  /** Whether nothing is known that would keep a step from going on. */
  boolean isUnhindered(Step<?> step) {
    return record(step)
        .filter(
            record ->
                switch (record.state()) {
                  case COMPLETED, FAILED -> true;
                  case SUBMITTED -> record.failure() == null;
                  default -> false;
                })
        .isPresent();
  }

  private boolean isUnbought(StepRecord record) {
    return !Purchases.isBegun(record, ledger.artifacts());
  }

  /** Waits for a budget that has room again when time goes by; fails for one that never will. */
  <R> StepOutcome<R> noRoom(VidgenException e) {
    var delay = e.failure().retryAfter();
    if (e.kind() != FailureKind.OVER_BUDGET || delay == null) {
      throw e;
    }
    return new StepOutcome.NoRoom<>(
        clock.instant().plus(Waits.notAtOnce(delay)), e.failure().message());
  }

  /**
   * Says that a call is about to be sent. An attempt that is open is sent again as the same one, on
   * the terms of whoever does that now.
   *
   * @throws BegunElsewhere if another way to the same was taken meanwhile
   * @throws VidgenException of kind {@link FailureKind#OVER_BUDGET} if a limit does not allow it
   */
  StepRecord intent(Step<?> step, @Nullable StepRecord last, SharedRun.Terms terms) {
    // What was bought here before, or is kept here, is no matter of choice.
    if (terms.rivals().isEmpty() || (last != null && !isUnbought(last))) {
      return intent(step, last, terms.purse());
    }
    // One after the other: of two jobs that go different ways, the second is to see the first. By
    // the ledger, since several pipelines may share it.
    synchronized (ledger.behind()) {
      for (var rival : terms.rivals()) {
        var begun = ledger.find(rival).filter(record -> !isUnbought(record));
        if (begun.isPresent() && !rival.equals(step.fingerprint())) {
          throw new BegunElsewhere(begun.get().provider());
        }
      }
      return intent(step, last, terms.purse());
    }
  }

  private StepRecord intent(Step<?> step, @Nullable StepRecord last, Purse purse) {
    var now = clock.instant();
    var open = isOpen(last) ? last : null;
    var next =
        new StepRecord(
            step.fingerprint(),
            step.slot(),
            step.key().kind(),
            step.provider(),
            step.model(),
            StepState.INTENT,
            last == null ? 1 : open == null ? last.attempt() + 1 : open.attempt(),
            open == null ? UUID.randomUUID().toString() : open.attemptId(),
            last == null ? 1 : last.version() + 1,
            null,
            null,
            List.of(),
            open == null ? step.most() : Charges.larger(open.reserved(), step.most()),
            last == null ? null : last.spent(),
            last != null && last.unpriced(),
            null,
            purse.payer(),
            now,
            Charges.before(last),
            now,
            null);
    // What is free spends nothing, and no limit says anything about it.
    ledger.write(next, step.isFree() ? List.of() : purse.limits());
    return next;
  }

  private static boolean isOpen(@Nullable StepRecord last) {
    return last != null && last.state().isOpen();
  }

  /** What the vendor charged at once is reserved in place of the price, until there is a result. */
  StepRecord submitted(
      Step<?> step, StepRecord last, RemoteOperation operation, @Nullable Money actual) {
    var cost = new ActualCost(step, last, actual);
    return write(step, last, StepState.SUBMITTED, operation, null, cost);
  }

  StepRecord failed(Step<?> step, StepRecord last, Failure failure, @Nullable Money actual) {
    var cost = new ActualCost(step, last, actual);
    if (Boolean.TRUE.equals(failure.charged())) {
      cost.logExcess();
    }
    return write(step, last, StepState.FAILED, last.operation(), failure, cost);
  }

  /** Whatever the vendor said that it charged, no less stays reserved than was. */
  StepRecord unknown(Step<?> step, StepRecord last, Failure failure, @Nullable Money actual) {
    var cost = new ActualCost(step, last, actual);
    return write(step, last, StepState.UNKNOWN, last.operation(), failure, cost);
  }

  /**
   * Notes why the result of a step that a vendor has, or had, cannot be got, so that a person can
   * decide about it; or that nothing stands in the way any more.
   */
  void note(StepRecord last, @Nullable Failure failure) {
    var unused = note(last, last.reserved(), failure);
  }

  /** The same, where what is reserved for it is another amount from now on. */
  StepRecord note(StepRecord last, @Nullable Money reserved, @Nullable Failure failure) {
    var next =
        new StepRecord(
            last.fingerprint(),
            last.slot(),
            last.kind(),
            last.provider(),
            last.model(),
            last.state(),
            last.attempt(),
            last.attemptId(),
            last.version() + 1,
            last.operation(),
            last.result(),
            last.artifacts(),
            reserved,
            last.spent(),
            last.unpriced(),
            failure,
            last.payer(),
            last.announcedAt(),
            last.earlier(),
            clock.instant(),
            last.overdueAt());
    ledger.write(next);
    return next;
  }

  /** Whether a step was done and a file of it is not there any more. */
  static boolean isGone(StepRecord record, ArtifactStore artifacts) {
    return Purchases.isGone(record, artifacts);
  }

  /** Returns what it cost now. */
  <R extends ProviderResult> Price completed(
      Step<R> step, @Nullable StepRecord last, R result, StepContext context) throws IOException {
    return completed(step, last, result, context, context.charged());
  }

  /** The same, where the vendor said before it gave the result what it charged. */
  <R extends ProviderResult> Price completed(
      Step<R> step,
      @Nullable StepRecord last,
      R result,
      StepContext context,
      @Nullable Money actual)
      throws IOException {
    var cost = new ActualCost(step, last, actual);
    var spent = Charges.spent(last, cost.amount());
    var file = context.workDirectory().resolve("result.json");
    Files.writeString(file, Json.write(result));
    var json = artifacts().take(file, RESULT_TYPE);
    var attempt = last == null ? 1 : last.attempt();
    var attemptId = last == null ? context.attemptId() : last.attemptId();
    ledger.write(
        new StepRecord(
            step.fingerprint(),
            step.slot(),
            step.key().kind(),
            step.provider(),
            step.model(),
            StepState.COMPLETED,
            attempt,
            attemptId,
            last == null ? 1 : last.version() + 1,
            last == null ? null : last.operation(),
            json,
            result.artifacts(),
            step.most(),
            spent,
            isUnpriced(cost, last, true),
            null,
            last == null ? Payer.NOBODY : last.payer(),
            last == null ? clock.instant() : last.announcedAt(),
            Charges.earlier(last, spent),
            clock.instant(),
            null));
    return cost.price();
  }

  private StepRecord write(
      Step<?> step,
      StepRecord last,
      StepState state,
      @Nullable RemoteOperation operation,
      @Nullable Failure failure,
      ActualCost cost) {
    // A failure of which nobody knows whether it cost anything did cost it, as far as budgets go.
    var charged =
        state == StepState.FAILED && failure != null && !Boolean.FALSE.equals(failure.charged());
    var spent = Charges.spent(last, charged ? cost.amount() : null);
    var open = state == StepState.UNKNOWN ? cost.reserve() : cost.amount();
    var next =
        new StepRecord(
            step.fingerprint(),
            step.slot(),
            step.key().kind(),
            step.provider(),
            step.model(),
            state,
            last.attempt(),
            last.attemptId(),
            last.version() + 1,
            operation,
            (Artifact) null,
            List.of(),
            state == StepState.FAILED ? step.most() : open,
            spent,
            isUnpriced(cost, last, charged),
            failure,
            last.payer(),
            last.announcedAt(),
            Charges.earlier(last, spent),
            clock.instant(),
            state == StepState.SUBMITTED ? Polling.overdueAt(step, operation) : null);
    ledger.write(next);
    return next;
  }

  private static boolean isUnpriced(ActualCost cost, @Nullable StepRecord last, boolean charged) {
    boolean paidAlready = last != null && Charges.isPaid(last);
    return (last != null && last.unpriced())
        || (charged && !paidAlready && cost.price() instanceof Price.Unknown);
  }
}
