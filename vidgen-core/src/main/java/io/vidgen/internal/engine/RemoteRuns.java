package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.FailedCalls.Sent;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps that run elsewhere. One call here is one short stretch: submit, or one poll, or collect.
 * Whatever happens in between is in the ledger, so any process can go on from there.
 */
final class RemoteRuns {
  private final StepResults results;
  private final Guards guards;
  private final FailedCalls failures;
  private final Operations operations;

  RemoteRuns(StepResults results, Guards guards, InstantSource clock) {
    this.results = results;
    this.guards = guards;
    this.failures = new FailedCalls(results, guards);
    this.operations = new Operations(results, guards, failures, clock);
  }

  <R extends ProviderResult> StepOutcome<R> run(
      Step<R> step, Task.Remote<?, R> task, SharedRun<R> run)
      throws IOException, InterruptedException {
    var last = results.record(step).orElse(null);
    if (last == null || last.state() == StepState.FAILED) {
      return submit(step, task, last, run);
    }
    return switch (last.state()) {
      case SUBMITTED, COMPLETED -> fetch(step, task, last, run);
      default -> reconcile(step, task, last, run);
    };
  }

  private <R extends ProviderResult> StepOutcome<R> fetch(
      Step<R> step, Task.Remote<?, R> task, StepRecord last, SharedRun<R> run)
      throws IOException, InterruptedException {
    try {
      return last.state() == StepState.SUBMITTED
          ? operations.advance(step, task, last, run)
          : fetchAgain(step, task, last, run);
    } catch (VidgenException e) {
      operations.note(step, e);
      throw e;
    }
  }

  /** Sends a new attempt, or an open one again with the same id. */
  private <R extends ProviderResult> StepOutcome<R> submit(
      Step<R> step, Task.Remote<?, R> task, @Nullable StepRecord last, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (!guards.enter(step)) {
      return results.resting(step);
    }
    StepRecord intent;
    boolean resent = last != null && last.state().isOpen();
    try {
      run.seal();
      intent =
          last != null && resent && step.isFree()
              ? last
              : results.intent(step, last, run.announce());
    } catch (VidgenException e) {
      guards.notSent(step);
      return results.noRoom(e);
    } catch (RuntimeException | InterruptedException e) {
      guards.notSent(step);
      throw e;
    }
    try {
      return send(step, task, intent, resent, run);
    } finally {
      run.unseal();
    }
  }

  private <R extends ProviderResult> StepOutcome<R> send(
      Step<R> step, Task.Remote<?, R> task, StepRecord intent, boolean resent, SharedRun<R> run)
      throws IOException {
    boolean resolvable = step.safety() != SubmitSafety.AT_MOST_ONCE;
    RemoteOperation operation;
    Money actual = null;
    long began = System.nanoTime();
    try (var context = operations.context(run, intent, step.limit())) {
      try {
        run.sending();
        operation = Overtime.within(step.limit(), () -> task.submit(context));
      } finally {
        actual = context.charged();
      }
    } catch (VidgenException e) {
      return failures.follow(step, new Sent(intent, resent, resolvable), e, since(began), actual);
    } catch (IOException | RuntimeException | Error | InterruptedException e) {
      var lost =
          new VidgenException(
              Failure.of(FailureKind.UNKNOWN_OUTCOME, "the submit ended with " + e, ""), e);
      return failures.follow(
          step, new Sent(intent, resent, resolvable), lost, since(began), actual);
    }
    guards.accepted(step, since(began));
    try {
      results.submitted(step, intent, operation, actual);
    } catch (RuntimeException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              "provider accepted operation " + operation.id() + " but it could not be recorded",
              "mend the ledger's disk, then resolve the step by adopting that operation"),
          e);
    }
    return results.parked(Polling.atMost(task.firstPoll()), "the provider works on it", null);
  }

  /** It was paid for and collected once, but its file is gone: ask for the file, not for work. */
  private <R extends ProviderResult> StepOutcome<R> fetchAgain(
      Step<R> step, Task.Remote<?, R> task, StepRecord completed, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (completed.operation() != null) {
      try {
        return operations.collect(step, task, completed, run, null);
      } catch (VidgenException e) {
        if (e.kind() != FailureKind.EXPIRED) {
          throw e;
        }
        // The vendor has it no more either, so this is a new purchase, as the plan said.
        return submit(step, task, results.record(step).orElse(completed), run);
      }
    }
    return submit(step, task, completed, run);
  }

  /** An intent that somebody did not live to complete, or an outcome that nobody knows. */
  private <R extends ProviderResult> StepOutcome<R> reconcile(
      Step<R> step, Task.Remote<?, R> task, StepRecord open, SharedRun<R> run)
      throws IOException, InterruptedException {
    // Neither a key nor a search can say what such a failure cost.
    refuseUndecided(step, open);
    if (step.isFree() || step.safety() == SubmitSafety.IDEMPOTENT_KEY) {
      return submit(step, task, open, run);
    }
    if (step.safety() == SubmitSafety.RECONCILABLE) {
      return lookFor(step, task, open, run);
    }
    var unknown = FailedCalls.unknown(step, null);
    if (open.state() == StepState.INTENT) {
      results.unknown(step, open, unknown.failure(), null);
    }
    throw unknown;
  }

  private static void refuseUndecided(Step<?> step, StepRecord open) {
    var operation = open.operation();
    var failure = open.failure();
    if (operation != null && failure != null && !step.isFree()) {
      throw FailedCalls.undecided(step, operation, failure);
    }
  }

  private <R extends ProviderResult> StepOutcome<R> lookFor(
      Step<R> step, Task.Remote<?, R> task, StepRecord open, SharedRun<R> run)
      throws IOException, InterruptedException {
    Optional<RemoteOperation> found;
    try {
      found = Overtime.within(step.limit(), () -> task.find(open.attemptId()));
    } catch (IOException | VidgenException e) {
      var unknown = FailedCalls.unknown(step, e);
      // Whoever announced it may be dead: from here on a person has to see it.
      if (open.state() == StepState.INTENT) {
        results.unknown(step, open, unknown.failure(), null);
      }
      return failures.again(step, unknown, true);
    }
    if (found.isPresent()) {
      results.submitted(step, open, found.get(), null);
      return results.parked(Duration.ZERO, "found again at the provider", null);
    }
    var never =
        Failure.of(FailureKind.UNAVAILABLE, "the provider certainly never had this attempt", "");
    return submit(step, task, results.failed(step, open, never, null), run);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
