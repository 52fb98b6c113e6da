package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.internal.limits.Gates;
import io.vidgen.internal.limits.Turn;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
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

  /** How many times its expected time an operation is taken to run that nobody asks for. */
  private static final int ORPHAN = 2;

  /** How much later than it meant to a job that follows an operation comes at most. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** What these say of one call holds for all others. */
  private static final Set<FailureKind> FOR_ALL =
      Set.of(FailureKind.QUOTA, FailureKind.AUTHENTICATION);

  /** How long that holds for those which are begun in the same moment. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final Gates gates;
  private final StepResults results;
  private final Guards guards;
  private final InstantSource clock;
  private final Patience patience;
  private final Map<Fingerprint, Turn> operations = new ConcurrentHashMap<>();
  private final Map<String, News> news = new ConcurrentHashMap<>(2);

  private record News(Failure why, Instant until) {}

  /**
   * How long steps wait that another provider can do.
   *
   * @param held for a provider that takes nothing
   * @param inLine at an account that is full; null for as long as it takes
   */
  record Patience(Duration held, @Nullable Duration inLine) {}

  Admission(
      Gates gates, StepResults results, Guards guards, InstantSource clock, Patience patience) {
    this.patience = patience;
    this.gates = gates;
    this.results = results;
    this.guards = guards;
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
                step.fingerprint(),
                key -> gates.running(account, holds(step, record, clock.instant()))));
      }
      launch.run();
      return;
    }
    boolean replaceable = step.hasAnother() && results.isUnbought(step);
    var why = replaceable ? unserved(step) : null;
    if (why != null) {
      late.accept(NotSent.because(why));
      return;
    }
    var owner = run.terms().purse().payer().owner();
    var wish =
        replaceable
            ? new Turn.Wish(
                owner,
                service(step),
                true,
                guards.sinceFirstFailure(step),
                patience.held(),
                patience.inLine())
            : new Turn.Wish(owner, service(step), false, Duration.ZERO, PATIENCE, null);
    var turn = gates.turn(account, wish, new Caller(step, run, account.id(), launch, late));
    run.turn(turn);
    turn.begin();
    // Whatever happened before that found nobody waiting.
    withdrawIfUnwanted(run);
    why = replaceable ? unserved(step) : null;
    if (why != null) {
      turn.turnAway(why);
    }
  }

  /** Why there is no use in waiting for a provider; null when nothing is known against it. */
  private @Nullable Failure unserved(Step<?> step) {
    var heard = news.get(service(step));
    if (heard != null && clock.instant().isBefore(heard.until())) {
      return heard.why();
    }
    return guards.isResting(step) ? Guards.resting(step) : null;
  }

  private static String service(Step<?> step) {
    return step.key().kind() + " of " + step.provider();
  }

  private final class Caller implements Turn.Caller {
    private final Step<?> step;
    private final SharedRun<?> run;
    private final String account;
    private final Runnable launch;
    private final Consumer<VidgenException> late;
    private final Instant began = clock.instant();

    Caller(
        Step<?> step,
        SharedRun<?> run,
        String account,
        Runnable launch,
        Consumer<VidgenException> late) {
      this.step = step;
      this.run = run;
      this.account = account;
      this.launch = launch;
      this.late = late;
    }

    @Override
    public void admitted() {
      launch.run();
    }

    @Override
    public void waits(RenderEvent.Limit limit, int before) {
      run.waits(new Line(account, limit, before, clock));
    }

    @Override
    public void postponed(Duration held, Duration left) {
      late.accept(NotSent.takesNothing(step.provider(), held, left));
    }

    @Override
    public void outstayed() {
      late.accept(NotSent.full(step.provider(), Duration.between(began, clock.instant())));
    }

    @Override
    public void turnedAway(Failure why) {
      late.accept(NotSent.because(why));
    }
  }

  /** What nobody wants any more does not wait on: it is launched to find that out. */
  static void withdrawIfUnwanted(SharedRun<?> run) {
    var turn = run.turn();
    if (turn != null && run.isCancelled()) {
      turn.withdraw();
    }
  }

  /**
   * Has a step not wait any longer for its turn, whoever wants it; does nothing once it has gone.
   */
  static void turnAway(SharedRun<?> run, Failure why) {
    var turn = run.turn();
    if (turn != null) {
      turn.turnAway(why);
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
    var parked = outcome instanceof StepOutcome.Parked<?> p ? p : null;
    var submitted = parked == null ? null : submitted(step);
    if (parked != null && submitted != null) {
      turn.keep(holds(step, submitted, parked.until()));
      if (operations.put(step.fingerprint(), turn) == null) {
        turn.accepted();
      }
      return;
    }
    if (!run.isSent()) {
      turn.unused();
    }
    if (outcome instanceof StepOutcome.Done<?> done && !done.reused()) {
      turn.accepted();
    } else if (parked != null && parked.failure() != null) {
      refused(step, turn, parked.failure());
    } else if (failure instanceof VidgenException e) {
      refused(step, turn, e.failure());
    }
    operations.remove(step.fingerprint());
    turn.end();
  }

  private void refused(Step<?> step, Turn turn, Failure why) {
    if (why.kind() == FailureKind.RATE_LIMITED) {
      turn.refused(why.retryAfter());
    } else if (FOR_ALL.contains(why.kind()) && Boolean.FALSE.equals(why.charged())) {
      news.put(service(step), new News(why, clock.instant().plus(MOMENT)));
      turn.turnAll(service(step), why);
    } else if (guards.isResting(step)) {
      turn.turnAll(service(step), Guards.resting(step));
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

  /**
   * How long an operation keeps its place. Each look at it prolongs that; one at which nobody looks
   * any more, since its job was cancelled or has failed, is taken to be over after a while.
   */
  private Duration holds(Step<?> step, StepRecord submitted, Instant next) {
    var operation = submitted.operation();
    if (operation == null || !(step.task() instanceof Task.Remote<?, ?> remote)) {
      return Duration.ZERO;
    }
    var begun = operation.submittedAt();
    var over = begun.plus(step.expected().multipliedBy(ORPHAN));
    var followed = next.plus(LATE);
    var limit = begun.plus(remote.timeLimit());
    var until = over.isAfter(followed) ? over : followed;
    return Duration.between(clock.instant(), until.isAfter(limit) ? limit : until);
  }
}
