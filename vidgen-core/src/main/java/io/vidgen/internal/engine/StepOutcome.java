package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.money.Price;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of working on a step.
 *
 * @param <R> class of the result
 */
sealed interface StepOutcome<R> {

  /**
   * It is done.
   *
   * @param result the result
   * @param reused whether it had been done before
   * @param took how long it ran
   * @param cost what it cost now
   */
  record Done<R>(R result, boolean reused, Duration took, Price cost) implements StepOutcome<R> {

    /** It had been done before. */
    static <R> Done<R> before(R result) {
      return new Done<>(result, true, Duration.ZERO, Price.free());
    }
  }

  /**
   * It waits and holds no thread.
   *
   * @param until when to look again
   * @param why what it waits for
   * @param failure the failure after which it is tried again, null when nothing failed
   */
  record Parked<R>(Instant until, String why, @Nullable Failure failure)
      implements StepOutcome<R> {}

  /**
   * A budget has no room for it now. Only whoever began it waits: others have budgets of their own.
   *
   * @param until when there may be room
   * @param why which budget, and what is left of it
   */
  record NoRoom<R>(Instant until, String why) implements StepOutcome<R> {}

  /** For whoever began it, to whom it is all the same what it waits for. */
  static <R> StepOutcome<R> asParked(StepOutcome<R> outcome) {
    return outcome instanceof NoRoom<R> wait
        ? new Parked<>(wait.until(), wait.why(), null)
        : outcome;
  }

  /** Work and cost count for the job that began the run, or for whom it was bought. */
  static <R> StepOutcome<R> asReused(StepOutcome<R> outcome) {
    return outcome instanceof Done<R> done ? Done.before(done.result()) : outcome;
  }
}
