package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.spi.Poll;
import io.vidgen.spi.ProviderResult;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What vendors have accepted: asked for, fetched, and what becomes of it where that fails. */
final class Operations {
  private static final Duration POLL_LIMIT = Duration.ofMinutes(1);

  /** What these say has nothing to do with the vendor. */
  private static final Set<FailureKind> OURS = Set.of(FailureKind.CANCELLED, FailureKind.LOCAL);

  private final StepResults results;
  private final Guards guards;
  private final FailedCalls failures;
  private final Polling polling;
  private final InstantSource clock;

  Operations(StepResults results, Guards guards, FailedCalls failures, InstantSource clock) {
    this.results = results;
    this.guards = guards;
    this.failures = failures;
    this.polling = new Polling(results, clock);
    this.clock = clock;
  }

  /** Asks how far it is, and fetches what is ready. */
  <R extends ProviderResult> StepOutcome<R> advance(
      Step<R> step, Task.Remote<?, R> task, StepRecord submitted, SharedRun<R> run)
      throws InterruptedException, IOException {
    var operation = operation(submitted);
    Poll poll;
    Money charged = null;
    try (var context = context(run, submitted, POLL_LIMIT)) {
      try {
        poll = Overtime.within(POLL_LIMIT, () -> task.poll(operation, context));
      } finally {
        charged = context.charged();
      }
    } catch (IOException e) {
      var unused = told(step, submitted, charged);
      return polling.noAnswer(step, task, operation, e);
    } catch (VidgenException e) {
      return fetchFailed(step, task, told(step, submitted, charged), e, charged);
    } catch (RuntimeException | Error e) {
      var unused = told(step, submitted, charged);
      throw unforeseen(operation, "asked for", e);
    }
    submitted = told(step, submitted, charged);
    if (poll instanceof Poll.Running running) {
      run.progress(running.progress());
      if (submitted.failure() != null) {
        results.note(submitted, null);
      }
      return polling.running(task, operation, running);
    } else if (poll instanceof Poll.Failed failed) {
      guards.failed(step, failed.failure(), Duration.ZERO);
      var failure = ended(step, submitted, new VidgenException(failed.failure()), charged);
      boolean unpaid = step.isFree() || Boolean.FALSE.equals(failure.failure().charged());
      return failures.again(step, failure, failure.kind().retryable() && unpaid);
    }
    return collect(step, task, submitted, run, charged);
  }

  /** What the vendor says with the result counts more than what it said when that was ready. */
  <R extends ProviderResult> StepOutcome<R> collect(
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
        var operation = operation(record);
        result = Overtime.within(step.limit(), () -> task.collect(operation, context));
      } catch (IOException e) {
        return failures.fetchAgain(step, notFetched(step, e));
      } catch (VidgenException e) {
        if (e.kind().retryable() || e.kind() == FailureKind.TIMEOUT) {
          return failures.fetchAgain(step, e);
        }
        return fetchFailed(step, task, record, e, either(context.charged(), charged));
      } catch (RuntimeException | Error e) {
        throw unforeseen(operation(record), "fetched", e);
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

  /** What a vendor says before there is a result never lowers what is reserved for it. */
  private StepRecord told(Step<?> step, StepRecord submitted, @Nullable Money charged) {
    var reserve = new ActualCost(step, submitted, charged).reserve();
    return charged == null || Objects.equals(reserve, submitted.reserved())
        ? submitted
        : results.note(submitted, reserve, submitted.failure());
  }

  /** It may be the same the next time: then a person can give it up. */
  private static VidgenException unforeseen(
      RemoteOperation operation, String what, Throwable cause) {
    return new VidgenException(
        Failure.of(
            FailureKind.PROTOCOL,
            "operation " + operation.id() + " could not be " + what + ": " + cause,
            "it is kept: render again to ask for it again, nothing is bought twice; or resolve the"
                + " step: resubmit it or give it up"),
        cause);
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

  /** Where what a vendor has already cannot be got, a person is to know of it. */
  void note(Step<?> step, VidgenException e) {
    if (OURS.contains(e.kind())) {
      return;
    }
    try {
      results
          .record(step)
          .filter(now -> now.state() == StepState.SUBMITTED || now.state() == StepState.COMPLETED)
          .ifPresent(now -> note(step, now, e.failure()));
    } catch (RuntimeException unwritten) {
      e.addSuppressed(unwritten);
    }
  }

  private void note(Step<?> step, StepRecord now, Failure failure) {
    if (failure.kind() == FailureKind.TIMEOUT && now.failure() == null) {
      guards.failed(step, failure, Duration.ZERO);
    }
    results.note(now, failure);
  }

  private static RemoteOperation operation(StepRecord record) {
    var operation = record.operation();
    if (operation == null) {
      throw new IllegalStateException("no operation in " + record.fingerprint().shortForm());
    }
    return operation;
  }

  StepContext context(SharedRun<?> run, StepRecord record, Duration limit) {
    return new StepContext(
        results.artifacts(),
        limit,
        run::isCancelled,
        run::progress,
        run::observed,
        record.attemptId());
  }
}
