package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.Poll;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Steps that run elsewhere. One call here is one short stretch: submit, or one poll, or collect.
 * Whatever happens in between is in the ledger, so any process can go on from there.
 */
final class RemoteRuns {
  private static final Duration POLL_LIMIT = Duration.ofMinutes(1);
  private static final Duration POLL_AGAIN = Duration.ofSeconds(10);

  private final StepResults results;
  private final Guards guards;
  private final InstantSource clock;

  RemoteRuns(StepResults results, Guards guards, InstantSource clock) {
    this.results = results;
    this.guards = guards;
    this.clock = clock;
  }

  <R extends ProviderResult> StepOutcome<R> run(
      Step<R> step, Task.Remote<?, R> task, SharedRun<R> run)
      throws IOException, InterruptedException {
    var last = results.record(step).orElse(null);
    if (last == null || last.state() == StepState.FAILED) {
      return submit(step, task, results.intent(step, last), run);
    }
    return switch (last.state()) {
      case SUBMITTED -> advance(step, task, last, run);
      case COMPLETED -> fetchAgain(step, task, last, run);
      default -> reconcile(step, task, last, run);
    };
  }

  private <R extends ProviderResult> StepOutcome<R> submit(
      Step<R> step, Task.Remote<?, R> task, StepRecord intent, SharedRun<R> run)
      throws IOException, InterruptedException {
    RemoteOperation operation;
    try (var context = context(run, intent.attemptId(), step.limit())) {
      guards.enter(step.provider());
      operation = task.submit(context);
      guards.succeeded(step.provider());
    } catch (VidgenException e) {
      guards.failed(step.provider(), e.failure());
      return refused(step, intent, e);
    } catch (IOException | RuntimeException | Error | InterruptedException e) {
      var failure = Failure.of(FailureKind.UNKNOWN_OUTCOME, "the submit ended with " + e, "");
      guards.failed(step.provider(), failure);
      results.unknown(step, intent, failure);
      throw new VidgenException(QuickRuns.unknown(step).failure(), e);
    }
    try {
      results.submitted(step, intent, operation);
    } catch (RuntimeException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              "provider accepted operation " + operation.id() + " but it could not be recorded",
              "mend the ledger's disk, then resolve the step by adopting that operation"),
          e);
    }
    return results.parked(task.firstPoll(), "the provider works on it");
  }

  private <R> StepOutcome<R> refused(Step<?> step, StepRecord intent, VidgenException e) {
    if (e.kind() == FailureKind.UNKNOWN_OUTCOME) {
      results.unknown(step, intent, e.failure());
      throw e;
    }
    results.failed(step, intent, e.failure());
    if (e.kind().retryable() && intent.attempt() % Guards.ATTEMPTS != 0) {
      return results.parked(guards.delay(e.failure(), intent.attempt()), e.failure().message());
    }
    throw e;
  }

  private <R extends ProviderResult> StepOutcome<R> advance(
      Step<R> step, Task.Remote<?, R> task, StepRecord submitted, SharedRun<R> run)
      throws InterruptedException, IOException {
    var operation = operation(submitted);
    Poll poll;
    try (var context = context(run, submitted.attemptId(), POLL_LIMIT)) {
      poll = task.poll(operation, context);
    } catch (IOException e) {
      return again(step, task, operation, e);
    } catch (VidgenException e) {
      if (e.kind().retryable() || e.kind() == FailureKind.TIMEOUT) {
        return again(step, task, operation, e);
      }
      throw e;
    }
    if (poll instanceof Poll.Running running) {
      run.progress(running.progress());
      return overdue(task, operation)
          ? lost(task, operation, null)
          : results.parked(running.after(), "the provider works on it");
    } else if (poll instanceof Poll.Failed failed) {
      return refused(step, submitted, new VidgenException(failed.failure()));
    }
    return collect(step, task, submitted, run);
  }

  private <R extends ProviderResult> StepOutcome<R> collect(
      Step<R> step, Task.Remote<?, R> task, StepRecord record, SharedRun<R> run)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (var context = context(run, record.attemptId(), step.limit())) {
      var result = task.collect(operation(record), context);
      results.completed(step, record, result, context);
      return new StepOutcome.Done<>(result, false, Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException e) {
      return again(step, task, operation(record), e);
    } catch (VidgenException e) {
      if (e.kind() == FailureKind.EXPIRED) {
        results.failed(step, record, e.failure());
        throw e;
      }
      if (e.kind().retryable() || e.kind() == FailureKind.TIMEOUT) {
        return again(step, task, operation(record), e);
      }
      throw e;
    }
  }

  /** It was paid for and collected once, but its file is gone: ask for the file, not for work. */
  private <R extends ProviderResult> StepOutcome<R> fetchAgain(
      Step<R> step, Task.Remote<?, R> task, StepRecord completed, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (completed.operation() != null) {
      try {
        return collect(step, task, completed, run);
      } catch (VidgenException e) {
        if (e.kind() != FailureKind.EXPIRED) {
          throw e;
        }
        // The vendor has it no more either, so this is a new purchase, as the plan said.
        completed = results.record(step).orElse(completed);
      }
    }
    return submit(step, task, results.intent(step, completed), run);
  }

  /** An intent that somebody did not live to complete, or an outcome that nobody knows. */
  private <R extends ProviderResult> StepOutcome<R> reconcile(
      Step<R> step, Task.Remote<?, R> task, StepRecord open, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (step.safety() == SubmitSafety.IDEMPOTENT_KEY) {
      return submit(step, task, open, run);
    }
    if (step.safety() == SubmitSafety.RECONCILABLE) {
      Optional<RemoteOperation> found = task.find(open.attemptId());
      if (found.isPresent()) {
        results.submitted(step, open, found.get());
        return results.parked(Duration.ZERO, "found again at the provider");
      }
      return submit(step, task, results.intent(step, open), run);
    }
    if (open.state() == StepState.INTENT) {
      results.unknown(step, open, QuickRuns.unknown(step).failure());
    }
    throw QuickRuns.unknown(step);
  }

  private <R> StepOutcome<R> again(
      Step<?> step, Task.Remote<?, ?> task, RemoteOperation operation, Exception e) {
    return overdue(task, operation)
        ? lost(task, operation, e)
        : results.parked(POLL_AGAIN, step.provider() + " did not answer: " + e.getMessage());
  }

  private boolean overdue(Task.Remote<?, ?> task, RemoteOperation operation) {
    return clock.instant().isAfter(operation.submittedAt().plus(task.timeLimit()));
  }

  private static <R> StepOutcome<R> lost(
      Task.Remote<?, ?> task, RemoteOperation operation, @Nullable Exception cause) {
    throw new VidgenException(
        Failure.of(
                FailureKind.TIMEOUT,
                "operation " + operation.id() + " is not done after " + task.timeLimit(),
                "it is kept: render again to go on waiting for it, nothing is bought twice")
            .charged(null),
        cause);
  }

  private static RemoteOperation operation(StepRecord record) {
    var operation = record.operation();
    if (operation == null) {
      throw new IllegalStateException("no operation in " + record.fingerprint().shortForm());
    }
    return operation;
  }

  private StepContext context(SharedRun<?> run, String attemptId, Duration limit) {
    var id = attemptId.isEmpty() ? UUID.randomUUID().toString() : attemptId;
    return new StepContext(results.artifacts(), limit, run::isCancelled, run::progress, id);
  }
}
