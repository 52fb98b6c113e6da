package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.limits.Gates;
import io.vidgen.internal.limits.Turn;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a step's call go when the account it works with takes one more. An operation has a place
 * from its submit until it is over; to ask for it and to fetch its result needs no turn.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** Who would have to wait for longer is told so instead. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Gates gates;
  private final StepResults results;
  private final InstantSource clock;
  private final Duration patience;
  private final Map<Fingerprint, Turn> operations = new ConcurrentHashMap<>();

  /** The patience is that of steps which another provider can do. */
  Admission(Gates gates, StepResults results, InstantSource clock, Duration patience) {
    this.patience = patience;
    this.gates = gates;
    this.results = results;
    this.clock = clock;
  }

  /** Launches a step, now or when its turn has come; says so when that would be too late. */
  void admit(Step<?> step, SharedRun<?> run, Runnable launch, Consumer<VidgenException> late) {
    var account = step.account();
    if (account == null) {
      launch.run();
      return;
    }
    var record = results.record(step).orElse(null);
    if (record != null && isAtVendor(record)) {
      if (record.state() == StepState.SUBMITTED) {
        run.turn(
            operations.computeIfAbsent(
                step.fingerprint(), key -> gates.running(account, timeLeft(step, record))));
      }
      launch.run();
      return;
    }
    var turn = gates.turn(account, run.terms().purse().payer().owner(), caller(step, launch, late));
    run.turn(turn);
    turn.begin();
  }

  private Turn.Caller caller(Step<?> step, Runnable launch, Consumer<VidgenException> late) {
    return new Turn.Caller() {
      @Override
      public void admitted() {
        launch.run();
      }

      @Override
      public void postponed(Duration delay) {
        late.accept(tooLate(step, delay));
      }

      @Override
      public Duration patience() {
        return step.otherwise() == null || !results.isUnbought(step) ? PATIENCE : patience;
      }
    };
  }

  /** What nobody wants any more does not wait on: it is launched to find that out. */
  static void withdrawIfUnwanted(SharedRun<?> run) {
    var turn = run.turn();
    if (turn != null && run.isCancelled()) {
      turn.withdraw();
    }
  }

  /** Gives the place back, unless an operation goes on. */
  void ended(
      Step<?> step,
      SharedRun<?> run,
      @Nullable StepOutcome<?> outcome,
      @Nullable Throwable failure) {
    var turn = run.turn();
    if (turn == null) {
      return;
    }
    var submitted = outcome instanceof StepOutcome.Parked<?> ? submitted(step) : null;
    if (submitted != null) {
      turn.keep(timeLeft(step, submitted));
      if (operations.put(step.fingerprint(), turn) == null) {
        turn.accepted();
      }
      return;
    }
    teach(turn, outcome, failure);
    operations.remove(step.fingerprint());
    turn.end();
  }

  private static void teach(
      Turn turn, @Nullable StepOutcome<?> outcome, @Nullable Throwable failure) {
    if (outcome instanceof StepOutcome.Done<?>) {
      turn.accepted();
    } else if (outcome instanceof StepOutcome.NoRoom<?>) {
      turn.unused();
    } else if (outcome instanceof StepOutcome.Parked<?> parked) {
      var why = parked.failure();
      if (why == null) {
        turn.unused();
      } else {
        refused(turn, why);
      }
    } else if (failure instanceof VidgenException e) {
      refused(turn, e.failure());
    }
  }

  private static void refused(Turn turn, Failure why) {
    if (why.kind() == FailureKind.RATE_LIMITED) {
      turn.refused(why.retryAfter());
    }
  }

  private static boolean isAtVendor(StepRecord record) {
    return record.state() == StepState.SUBMITTED
        || (record.state() == StepState.COMPLETED && record.operation() != null);
  }

  private @Nullable StepRecord submitted(Step<?> step) {
    try {
      return results
          .record(step)
          .filter(record -> record.state() == StepState.SUBMITTED)
          .orElse(null);
    } catch (RuntimeException e) {
      LOG.debug("The ledger does not say what became of {}", step.key().id(), e);
      return null;
    }
  }

  private Duration timeLeft(Step<?> step, StepRecord submitted) {
    var operation = submitted.operation();
    return operation != null && step.task() instanceof Task.Remote<?, ?> remote
        ? Duration.between(clock.instant(), operation.submittedAt().plus(remote.timeLimit()))
        : Duration.ZERO;
  }

  private static VidgenException tooLate(Step<?> step, Duration delay) {
    return new VidgenException(
        Failure.of(
                FailureKind.RATE_LIMITED,
                "provider "
                    + step.provider()
                    + " takes nothing for another "
                    + delay.toSeconds()
                    + " s; nothing was sent",
                "render again later, or with another account")
            .retryAfter(delay)
            .charged(false));
  }
}
