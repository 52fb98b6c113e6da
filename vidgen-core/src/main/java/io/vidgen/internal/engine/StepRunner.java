package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.StepResults.BegunElsewhere;
import io.vidgen.internal.limits.Gates;
import io.vidgen.internal.routing.Signs;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import io.vidgen.routing.Health;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on steps: one run for each fingerprint at a time, shared by all jobs that need it, on the
 * lane it belongs to.
 */
public final class StepRunner implements Signs {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
  private static final int MANY = 10_000;

  private final Lanes lanes;
  private final InstantSource clock;
  private final StepResults results;
  private final Guards guards;
  private final QuickRuns quick;
  private final RemoteRuns remote;
  private final Gates gates;
  private final Admission admission;
  private final Map<Fingerprint, SharedRun<?>> running = new ConcurrentHashMap<>();
  private final Map<Fingerprint, Instant> due = new ConcurrentHashMap<>();
  private final AtomicInteger many = new AtomicInteger(MANY);

  /**
   * A runner of default patience.
   *
   * @param ledger where steps and money are recorded
   * @param lanes where steps run
   * @param clock what time it is
   */
  public StepRunner(Ledger ledger, Lanes lanes, InstantSource clock) {
    this(ledger, lanes, clock, VideoRouter.DEFAULT_PATIENCE);
  }

  /**
   * A runner.
   *
   * @param ledger where steps and money are recorded
   * @param lanes where steps run
   * @param clock what time it is
   * @param patience how long a rate-limited provider is waited for where there is a next one
   */
  public StepRunner(Ledger ledger, Lanes lanes, InstantSource clock, Duration patience) {
    this.lanes = lanes;
    this.clock = clock;
    this.results = new StepResults(ledger, clock);
    this.guards = new Guards(clock, patience);
    this.quick = new QuickRuns(results, guards);
    this.remote = new RemoteRuns(results, guards, clock);
    this.gates = new Gates(clock, lanes::later);
    this.admission = new Admission(gates, results, clock, patience);
  }

  /** What the accounts of providers would take now, for whoever chooses among them. */
  public Gates gates() {
    return gates;
  }

  @Override
  public Health health(String kind, Provider<?, ?> who) {
    var health = guards.health(kind, who.id());
    return who.account()
        .flatMap(gates::left)
        .map(left -> health.withDelay(left.delay()))
        .orElse(health);
  }

  /**
   * How all providers have served that were asked.
   *
   * @return by kind and provider
   */
  public List<Health> health() {
    return guards.health();
  }

  <R extends ProviderResult> Optional<R> finished(Step<R> step) {
    return results.find(step);
  }

  Optional<Failure> refusal(Step<?> step) {
    return results.refusal(step);
  }

  /**
   * Works on a step, or joins who does.
   *
   * @param step the step
   * @param watcher hears progress, and stands for the job's interest
   * @param terms who pays if it is begun by this, and instead of what it is bought
   * @param <R> class of the result
   * @return what comes of it, or a {@link VidgenException}
   */
  <R extends ProviderResult> CompletableFuture<StepOutcome<R>> start(
      Step<R> step, Watcher watcher, SharedRun.Terms terms) {
    var mine = new SharedRun<R>(terms);
    mine.join(watcher);
    var present = running.putIfAbsent(step.fingerprint(), mine);
    if (present == null) {
      begin(step, mine);
      return mine.outcome().thenApply(StepRunner::asParked);
    }
    @SuppressWarnings("unchecked") // equal fingerprints mean equal kinds, so equal results
    var shared = (SharedRun<R>) present;
    if (shared.join(watcher)) {
      return shared
          .outcome()
          .handle((outcome, error) -> isForWantOfMoney(outcome, error) && !watcher.isGone())
          .thenCompose(
              again ->
                  again
                      ? start(step, watcher, terms)
                      : shared.outcome().thenApply(StepRunner::asReused));
    }
    // It was given up and is about to end: two runs of one step never go side by side.
    return shared
        .outcome()
        .handle((outcome, error) -> watcher.isGone())
        .thenCompose(
            gone ->
                gone
                    ? CompletableFuture.failedFuture(cancelled(step, "the job was cancelled"))
                    : start(step, watcher, terms));
  }

  /** Whoever began it could not pay; that says nothing about those who joined. */
  private static boolean isForWantOfMoney(
      @Nullable StepOutcome<?> outcome, @Nullable Throwable error) {
    return outcome instanceof StepOutcome.NoRoom<?>
        || (error instanceof VidgenException e && e.kind() == FailureKind.OVER_BUDGET);
  }

  private static <R> StepOutcome<R> asParked(StepOutcome<R> outcome) {
    return outcome instanceof StepOutcome.NoRoom<R> wait
        ? new StepOutcome.Parked<>(wait.until(), wait.why(), null)
        : outcome;
  }

  /** Work and cost count for the job that began the run. */
  private static <R> StepOutcome<R> asReused(StepOutcome<R> outcome) {
    return outcome instanceof StepOutcome.Done<R> done
        ? StepOutcome.Done.before(done.result())
        : outcome;
  }

  /** Returns whether the run goes on for others, so that there is nothing to wait for. */
  boolean leave(Step<?> step, Watcher watcher) {
    watcher.withdraw();
    var shared = running.get(step.fingerprint());
    if (shared == null) {
      return false;
    }
    boolean goesOn = shared.leave(watcher);
    Admission.withdrawIfUnwanted(shared);
    return goesOn;
  }

  /** Until when a step has to wait, whoever wants it. */
  Optional<Instant> due(Step<?> step) {
    var wait = due.get(step.fingerprint());
    return wait != null && wait.isAfter(clock.instant()) ? Optional.of(wait) : Optional.empty();
  }

  /** Whether nothing of a step is bought or on its way, as far as the ledger says. */
  boolean isUnbought(Step<?> step) {
    return results.isUnbought(step);
  }

  /** Whether a step was done, by whomever, free or not. */
  boolean isDone(Step<?> step) {
    return results.record(step).filter(r -> r.state() == StepState.COMPLETED).isPresent();
  }

  /**
   * Whether a step that has just failed is on its way again, or has been since: then there is
   * something to wait for. One that failed while its vendor has it is on its way, but no further.
   */
  boolean isTakenUp(Step<?> step) {
    return isRunning(step.fingerprint()) || results.isUnhindered(step);
  }

  /** For a step that is to be looked at again soon. */
  <R> StepOutcome.Parked<R> takenUp(Step<?> step) {
    return new StepOutcome.Parked<>(
        clock.instant().plus(StepResults.SOON), "another render asks " + step.provider() + " once more", null);
  }

  boolean isRunning(Fingerprint step) {
    return running.containsKey(step);
  }

  /** Calls back at a time, unless the pipeline is closed by then. */
  void at(Instant time, Runnable work) {
    try {
      lanes.later(Duration.between(clock.instant(), time), work);
    } catch (RejectedExecutionException e) {
      // Closed: whatever runs still is ended, and says so.
      LOG.debug("Too late for a timer", e);
    }
  }

  private <R extends ProviderResult> void begin(Step<R> step, SharedRun<R> run) {
    try {
      admission.admit(
          step, run, () -> launch(step, run), late -> drop(step, run, late.in(place(step))));
    } catch (RuntimeException e) {
      drop(step, run, e instanceof VidgenException v ? v.in(place(step)) : unexpected(step, e));
    }
  }

  private <R extends ProviderResult> void launch(Step<R> step, SharedRun<R> run) {
    try {
      lanes.of(step.lane()).execute(() -> settle(step, run));
    } catch (RejectedExecutionException e) {
      var failure = cancelled(step, "the pipeline is closed or overloaded");
      admission.ended(step, run, null, failure);
      drop(step, run, failure);
    }
  }

  /** What was never launched ends on another thread: this one may hold the lock of another job. */
  private void drop(Step<?> step, SharedRun<?> run, VidgenException failure) {
    running.remove(step.fingerprint(), run);
    var unused = CompletableFuture.runAsync(() -> run.outcome().completeExceptionally(failure));
  }

  private <R extends ProviderResult> void settle(Step<R> step, SharedRun<R> run) {
    StepOutcome<R> outcome = null;
    Throwable failure = null;
    try {
      outcome = run.begin() ? work(step, run) : null;
      if (outcome == null) {
        failure = cancelled(step, "nobody waits for it any more");
      }
    } catch (InterruptedException e) {
      failure = cancelled(step, "it was interrupted");
    } catch (BegunElsewhere e) {
      outcome = results.parked(StepResults.SOON, e.why(), null);
    } catch (VidgenException e) {
      failure = e.in(place(step));
    } catch (IOException | RuntimeException | Error e) {
      failure = unexpected(step, e);
    } finally {
      run.end();
      admission.ended(step, run, outcome, failure);
      running.remove(step.fingerprint(), run);
    }
    if (outcome == null) {
      run.outcome().completeExceptionally(failure);
    } else {
      run.outcome().complete(outcome);
    }
  }

  private <R extends ProviderResult> StepOutcome<R> work(Step<R> step, SharedRun<R> run)
      throws IOException, InterruptedException {
    due.remove(step.fingerprint());
    var finished = results.find(step);
    if (finished.isPresent()) {
      return StepOutcome.Done.before(finished.get());
    }
    StepOutcome<R> outcome;
    if (step.task() instanceof Task.Quick<R> task) {
      outcome = quick.run(step, task, run);
    } else if (step.task() instanceof Task.Remote<?, R> task) {
      outcome = remote.run(step, task, run);
    } else {
      throw new IllegalStateException("no task for " + step.key().id());
    }
    if (outcome instanceof StepOutcome.Parked<R> parked) {
      forgetPast();
      due.put(step.fingerprint(), parked.until());
    }
    return outcome;
  }

  /** Steps that nobody came back for. Looks at all only when there are twice as many as before. */
  private void forgetPast() {
    int limit = many.get();
    if (due.size() > limit && many.compareAndSet(limit, Integer.MAX_VALUE)) {
      var now = clock.instant();
      due.values().removeIf(now::isAfter);
      many.set(Math.max(MANY, 2 * due.size()));
    }
  }

  private static FailureContext place(Step<?> step) {
    return new FailureContext(step.key().kind(), step.provider(), step.key().scene(), null, 0);
  }

  private static VidgenException cancelled(Step<?> step, String why) {
    return VidgenException.of(
            FailureKind.CANCELLED, "stopped: " + why, "render again to go on from here")
        .in(place(step));
  }

  private static VidgenException unexpected(Step<?> step, Throwable cause) {
    var text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new VidgenException(
        Failure.of(
                FailureKind.LOCAL,
                cause.getClass().getSimpleName() + ": " + text,
                "see the cause; what was done before is kept, render again to go on from here")
            .in(place(step)),
        cause);
  }
}
