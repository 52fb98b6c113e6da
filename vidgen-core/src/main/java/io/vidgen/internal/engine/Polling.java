package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.Poll;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** When to ask again for what runs elsewhere, and when it counts as lost. */
final class Polling {
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
    return results.parked(within(running.after()), "the provider works on it", null);
  }

  /** Parks after a poll or a download that failed; throws when there was time enough. */
  <R> StepOutcome<R> noAnswer(
      Step<?> step, Task.Remote<?, ?> task, RemoteOperation operation, Exception e) {
    refuseOverdue(task, operation, e);
    var asked = e instanceof VidgenException v ? v.failure().retryAfter() : null;
    return results.parked(
        asked == null ? AGAIN : longer(asked, SHORTEST_WAIT),
        step.provider() + " did not answer: " + e.getMessage(),
        null);
  }

  private static Duration within(Duration asked) {
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer(asked, SHORTEST_WAIT);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private void refuseOverdue(
      Task.Remote<?, ?> task, RemoteOperation operation, @Nullable Exception cause) {
    if (!clock.instant().isAfter(operation.submittedAt().plus(task.timeLimit()))) {
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
