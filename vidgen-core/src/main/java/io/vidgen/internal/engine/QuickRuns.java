package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are done in one call. A call that may cost money is announced in the ledger before it
 * is sent; one that is free is simply made, and made again after a crash.
 */
final class QuickRuns {
  private final StepResults results;
  private final Guards guards;
  private final Map<Fingerprint, Integer> attempts = new ConcurrentHashMap<>();

  QuickRuns(StepResults results, Guards guards) {
    this.results = results;
    this.guards = guards;
  }

  <R extends ProviderResult> StepOutcome<R> run(Step<R> step, Task.Quick<R> task, SharedRun<R> run)
      throws IOException, InterruptedException {
    var last = results.record(step).orElse(null);
    guards.enter(step.provider());
    StepRecord announced;
    try {
      announced = step.isFree() ? last : announce(step, last);
    } catch (RuntimeException e) {
      guards.failed(step.provider(), Failure.of(FailureKind.LOCAL, "not sent", ""));
      throw e;
    }
    var attemptId = announced == null ? UUID.randomUUID().toString() : announced.attemptId();
    long began = System.nanoTime();
    try (var context =
        new StepContext(
            results.artifacts(), step.limit(), run::isCancelled, run::progress, attemptId)) {
      R result = call(step, task, context, announced);
      guards.succeeded(step.provider());
      attempts.remove(step.fingerprint());
      results.completed(step, announced, result, context);
      return new StepOutcome.Done<>(result, false, Duration.ofNanos(System.nanoTime() - began));
    } catch (VidgenException e) {
      return waitOrThrow(step, e);
    }
  }

  /** Writes the intent; an intent that is there already was left behind by a crash. */
  private StepRecord announce(Step<?> step, @Nullable StepRecord last) {
    if (last == null || !last.state().isOpen()) {
      return results.intent(step, last);
    }
    if (step.safety() == SubmitSafety.IDEMPOTENT_KEY) {
      return last;
    }
    if (last.state() == StepState.INTENT) {
      results.unknown(step, last, unknown(step).failure());
    }
    throw unknown(step);
  }

  private <R extends ProviderResult> R call(
      Step<R> step, Task.Quick<R> task, StepContext context, @Nullable StepRecord announced)
      throws IOException, InterruptedException {
    try {
      return task.call(context);
    } catch (VidgenException e) {
      record(step, announced, e.failure());
      guards.failed(step.provider(), e.failure());
      throw e;
    } catch (IOException | RuntimeException | Error | InterruptedException e) {
      var failure =
          Failure.of(
              step.isFree() ? FailureKind.LOCAL : FailureKind.UNKNOWN_OUTCOME,
              "the call ended with " + e,
              "find out at the provider whether it was charged, then resolve the step");
      guards.failed(step.provider(), failure);
      if (step.isFree()) {
        throw e;
      }
      // A paid call that ended in a way nobody foresaw may have been charged.
      record(step, announced, failure);
      throw new VidgenException(failure, e);
    }
  }

  private void record(Step<?> step, @Nullable StepRecord announced, Failure failure) {
    if (announced == null || step.isFree()) {
      return;
    }
    if (failure.kind() == FailureKind.UNKNOWN_OUTCOME) {
      results.unknown(step, announced, failure);
    } else {
      results.failed(step, announced, failure);
    }
  }

  private <R> StepOutcome<R> waitOrThrow(Step<?> step, VidgenException e) {
    int attempt = attempts.merge(step.fingerprint(), 1, Integer::sum);
    if (!e.kind().retryable() || attempt >= Guards.ATTEMPTS) {
      attempts.remove(step.fingerprint());
      throw e;
    }
    return results.parked(guards.delay(e.failure(), attempt), e.failure().message());
  }

  static VidgenException unknown(Step<?> step) {
    return VidgenException.of(
        FailureKind.UNKNOWN_OUTCOME,
        "a paid call was sent before and its answer is not known; it is not sent again by itself",
        "look at the account of "
            + step.provider()
            + ", then resolve step "
            + step.fingerprint().shortForm()
            + " as done nothing (resubmit) or adopt its operation");
  }
}
