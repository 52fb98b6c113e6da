package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.FailedCalls.Sent;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.spi.Poll;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps that run elsewhere. One call here is one short stretch: submit, or one poll, or collect.
 * Whatever happens in between is in the ledger, so any process can go on from there.
 */
final class RemoteRuns {
  private static final Duration POLL_LIMIT = Duration.ofMinutes(1);

  /** What these say has nothing to do with the vendor. */
  private static final Set<FailureKind> OURS = Set.of(FailureKind.CANCELLED, FailureKind.LOCAL);

  private final StepResults results;
  private final Guards guards;
  private final FailedCalls failures;
  private final Polling polling;
  private final InstantSource clock;

  RemoteRuns(StepResults results, Guards guards, InstantSource clock) {
    this.results = results;
    this.guards = guards;
    this.failures = new FailedCalls(results, guards);
    this.polling = new Polling(results, clock);
    this.clock = clock;
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

  /** What a vendor has already; where that ends badly, a person is to know of it. */
  private <R extends ProviderResult> StepOutcome<R> fetch(
      Step<R> step, Task.Remote<?, R> task, StepRecord last, SharedRun<R> run)
      throws IOException, InterruptedException {
    try {
      return last.state() == StepState.SUBMITTED
          ? advance(step, task, last, run)
          : fetchAgain(step, task, last, run);
    } catch (VidgenException e) {
      note(step, e);
      throw e;
    }
  }

  private void note(Step<?> step, VidgenException e) {
    if (OURS.contains(e.kind())) {
      return;
    }
    try {
      results
          .record(step)
          .filter(now -> now.state() == StepState.SUBMITTED || now.state() == StepState.COMPLETED)
          .ifPresent(now -> results.note(now, e.failure()));
    } catch (RuntimeException unwritten) {
      e.addSuppressed(unwritten);
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
    try (var context = context(run, intent, step.limit())) {
      try {
        run.sending();
        operation = task.submit(context);
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
    guards.succeeded(step, since(began));
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
    return results.parked(task.firstPoll(), "the provider works on it", null);
  }

  private <R extends ProviderResult> StepOutcome<R> advance(
      Step<R> step, Task.Remote<?, R> task, StepRecord submitted, SharedRun<R> run)
      throws InterruptedException, IOException {
    var operation = operation(submitted);
    Poll poll;
    Money charged = null;
    try (var context = context(run, submitted, POLL_LIMIT)) {
      try {
        poll = task.poll(operation, context);
      } finally {
        charged = context.charged();
      }
    } catch (IOException e) {
      return polling.noAnswer(step, task, operation, e);
    } catch (VidgenException e) {
      return fetchFailed(step, task, submitted, e, charged);
    }
    if (poll instanceof Poll.Running running) {
      run.progress(running.progress());
      if (submitted.failure() != null) {
        results.note(submitted, null);
      }
      return polling.running(task, operation, running);
    } else if (poll instanceof Poll.Failed failed) {
      var failure = ended(step, submitted, new VidgenException(failed.failure()), charged);
      boolean unpaid = step.isFree() || Boolean.FALSE.equals(failure.failure().charged());
      return failures.again(step, failure, failure.kind().retryable() && unpaid);
    }
    return collect(step, task, submitted, run, charged);
  }

  /** What the vendor says with the result counts more than what it said when that was ready. */
  private <R extends ProviderResult> StepOutcome<R> collect(
      Step<R> step,
      Task.Remote<?, R> task,
      StepRecord record,
      SharedRun<R> run,
      @Nullable Money charged)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (var context = context(run, record, step.limit())) {
      R result;
      try {
        result = task.collect(operation(record), context);
      } catch (IOException e) {
        return failures.fetchAgain(step, notFetched(step, e));
      } catch (VidgenException e) {
        if (e.kind().retryable() || e.kind() == FailureKind.TIMEOUT) {
          return failures.fetchAgain(step, e);
        }
        return fetchFailed(step, task, record, e, either(context.charged(), charged));
      }
      var actual = either(context.charged(), charged);
      var cost = results.completed(step, record, result, context, actual);
      if (record.state() == StepState.SUBMITTED) {
        guards.done(step, Duration.between(operation(record).submittedAt(), clock.instant()));
      } else {
        guards.over(step);
      }
      return new StepOutcome.Done<>(result, false, since(began), cost);
    }
  }

  private static @Nullable Money either(@Nullable Money last, @Nullable Money first) {
    return last == null ? first : last;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** The operation is done and paid, so its age says nothing: only the download is tried again. */
  private static VidgenException notFetched(Step<?> step, IOException e) {
    return new VidgenException(
        Failure.of(
            FailureKind.UNAVAILABLE,
            "the result could not be fetched from " + step.provider() + ": " + e.getMessage(),
            "render again: it is fetched, not bought again"),
        e);
  }

  /** A poll or a download failed: asked again, unless there will never be a result. */
  private <R> StepOutcome<R> fetchFailed(
      Step<?> step,
      Task.Remote<?, ?> task,
      StepRecord record,
      VidgenException e,
      @Nullable Money charged) {
    if (e.kind() == FailureKind.EXPIRED || e.kind() == FailureKind.CONTENT_FILTERED) {
      throw ended(step, record, e, charged);
    }
    if (e.kind().retryable() || e.kind() == FailureKind.TIMEOUT) {
      return polling.noAnswer(step, task, operation(record), e);
    }
    throw e;
  }

  /**
   * There will never be a result. Where nobody knows whether it was charged, nothing is bought
   * again until a person has said so; what a vendor has deleted is bought anew, as plans say.
   */
  private VidgenException ended(
      Step<?> step, StepRecord record, VidgenException e, @Nullable Money actual) {
    boolean open = !step.isFree() && e.failure().charged() == null;
    if (!open || e.kind() == FailureKind.EXPIRED) {
      results.failed(step, record, e.failure(), actual);
      return e;
    }
    if (record.state() != StepState.COMPLETED) {
      results.unknown(step, record, e.failure(), actual);
    }
    return FailedCalls.undecided(step, operation(record), e.failure());
  }

  /** It was paid for and collected once, but its file is gone: ask for the file, not for work. */
  private <R extends ProviderResult> StepOutcome<R> fetchAgain(
      Step<R> step, Task.Remote<?, R> task, StepRecord completed, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (completed.operation() != null) {
      try {
        return collect(step, task, completed, run, null);
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
      found = task.find(open.attemptId());
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

  private static RemoteOperation operation(StepRecord record) {
    var operation = record.operation();
    if (operation == null) {
      throw new IllegalStateException("no operation in " + record.fingerprint().shortForm());
    }
    return operation;
  }

  private StepContext context(SharedRun<?> run, StepRecord record, Duration limit) {
    return new StepContext(
        results.artifacts(),
        limit,
        run::isCancelled,
        run::progress,
        run::observed,
        record.attemptId());
  }
}
