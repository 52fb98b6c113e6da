package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.FailedCalls.Sent;
import io.vidgen.ledger.StepState;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/**
 * Steps that are done in one call. A call that may cost money is announced in the ledger before it
 * is sent; one that is free is simply made, and made again after a crash.
 */
final class QuickRuns {
  private final StepResults results;
  private final Guards guards;
  private final FailedCalls failures;

  QuickRuns(StepResults results, Guards guards) {
    this.results = results;
    this.guards = guards;
    this.failures = new FailedCalls(results, guards);
  }

  <R extends ProviderResult> StepOutcome<R> run(Step<R> step, Task.Quick<R> task, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (!guards.enter(step)) {
      return results.resting(step);
    }
    Sent sent;
    try {
      sent = announce(step, run);
    } catch (VidgenException e) {
      guards.notSent(step);
      return results.noRoom(e);
    } catch (RuntimeException | InterruptedException e) {
      guards.notSent(step);
      throw e;
    }
    var record = sent.record();
    var attemptId =
        step.isFree() || record == null ? UUID.randomUUID().toString() : record.attemptId();
    long began = System.nanoTime();
    try (var context =
        new StepContext(
            results.artifacts(),
            step.limit(),
            run::isCancelled,
            run::progress,
            run::observed,
            attemptId)) {
      R result;
      try {
        run.sending();
        result = call(step, task, context);
      } catch (VidgenException e) {
        return failures.follow(step, sent, e, since(began), context.charged());
      }
      guards.done(step, since(began));
      var cost = results.completed(step, sent.record(), result, context);
      return new StepOutcome.Done<>(result, false, since(began), cost);
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Writes the intent; an intent that is there already was left behind by a crash. */
  private Sent announce(Step<?> step, SharedRun<?> run) throws InterruptedException {
    var last = results.record(step).orElse(null);
    if (step.isFree()) {
      return new Sent(last, false, false);
    }
    run.seal();
    boolean keyed = step.safety() == SubmitSafety.IDEMPOTENT_KEY;
    if (last == null || !last.state().isOpen()) {
      return new Sent(results.intent(step, last, run.announce()), false, keyed);
    }
    if (keyed) {
      return new Sent(results.intent(step, last, run.announce()), true, true);
    }
    var unknown = FailedCalls.unknown(step, null);
    if (last.state() == StepState.INTENT) {
      results.unknown(step, last, unknown.failure(), null);
    }
    throw unknown;
  }

  /** A paid call that ends in a way nobody foresaw may have been charged. */
  private <R extends ProviderResult> R call(Step<R> step, Task.Quick<R> task, StepContext context)
      throws IOException, InterruptedException {
    try {
      return Overtime.within(step.limit(), () -> task.call(context));
    } catch (VidgenException e) {
      throw e;
    } catch (IOException | RuntimeException | Error | InterruptedException e) {
      if (step.isFree() && e instanceof Overtime.Passed) {
        throw new VidgenException(tooLong(step, e), e);
      } else if (step.isFree()) {
        guards.notSent(step);
        throw e;
      }
      throw new VidgenException(
          Failure.of(FailureKind.UNKNOWN_OUTCOME, "the call ended with " + e, ""), e);
    }
  }

  private static Failure tooLong(Step<?> step, Throwable e) {
    return Failure.of(
            FailureKind.TIMEOUT,
            "a call of " + step.provider() + " was ended: " + e.getMessage(),
            "render again; if it needs longer, its provider has to say so (callLimit)")
        .charged(false);
  }
}
