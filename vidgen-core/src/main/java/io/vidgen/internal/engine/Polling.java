package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.Poll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When to ask again for what runs elsewhere, and when it counts as lost. */
final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private static final Duration AGAIN = Duration.ofSeconds(10);

  /** Whatever a provider says: neither a storm of polls nor a result that nobody looks for. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final StepResults results;
  private final InstantSource clock;

  Polling(StepResults results, InstantSource clock) {
    this.results = results;
    this.clock = clock;
  }

  /** Parks until the provider may be done; throws when it should have been long ago. */
  <R> StepOutcome<R> running(
      Task.Remote<?, ?> task, RemoteOperation operation, Poll.Running running) {
    refuseOverdue(task, operation, null);
    return results.parked(
        inTime(task, operation, running.after()), "the provider works on it", null);
  }

  /** Parks after a poll or a download that failed; throws when there was time enough. */
  <R> StepOutcome<R> noAnswer(
      Step<?> step, Task.Remote<?, ?> task, RemoteOperation operation, Exception e) {
    refuseOverdue(task, operation, e);
    var asked = e instanceof VidgenException v ? v.failure().retryAfter() : null;
    return results.parked(
        inTime(task, operation, asked == null ? AGAIN : asked),
        step.provider() + " did not answer: " + e.getMessage(),
        null);
  }

  /** Whatever was asked for, it is looked at once more when its time is over. */
  private Duration inTime(Task.Remote<?, ?> task, RemoteOperation operation, Duration asked) {
    var wait = atMost(asked);
    var age = age(operation);
    var limit = task.timeLimit();
    if (limit.compareTo(age.plus(wait)) < 0) {
      wait = limit.minus(age);
    }
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  /** No longer than anybody waits for the next look. */
  static Duration atMost(Duration asked) {
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  /** When an operation counts as lost; null when that is never, or its provider cannot say. */
  static @Nullable Instant overdueAt(Step<?> step, @Nullable RemoteOperation operation) {
    if (operation == null || !(step.task() instanceof Task.Remote<?, ?> remote)) {
      return null;
    }
    try {
      return operation.submittedAt().plus(remote.timeLimit());
    } catch (RuntimeException e) {
      LOG.debug("No time limit of {}", operation.id(), e);
      return null;
    }
  }

  private Duration age(RemoteOperation operation) {
    return Duration.between(operation.submittedAt(), clock.instant());
  }

  private void refuseOverdue(
      Task.Remote<?, ?> task, RemoteOperation operation, @Nullable Exception cause) {
    if (age(operation).compareTo(task.timeLimit()) <= 0) {
      return;
    }
    throw new VidgenException(
        Failure.of(
                FailureKind.TIMEOUT,
                "operation " + operation.id() + " is not done after " + task.timeLimit(),
                "it is kept: render again to go on waiting for it, nothing is bought twice; or resolve"
                    + " the step: resubmit it or give it up")
            .charged(null),
        cause);
  }
}
