package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.VidgenException;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on steps: one run for each fingerprint at a time, shared by all jobs that need it, on the
 * lane it belongs to.
 */
public final class StepRunner implements Signs {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final Lanes lanes;
  private final InstantSource clock;
  private final StepResults results;
  private final Claims claims;
  private final Guards guards;
  private final QuickRuns quick;
  private final RemoteRuns remote;
  private final Gates gates;
  private final Admission admission;
  private final Map<Fingerprint, SharedRun<?>> running = new ConcurrentHashMap<>();
  private final Waits waits;

  /**
   * A runner.
   *
   * @param ledger where steps and money are recorded
   * @param lanes where steps run
   * @param clock what time it is
   * @param router says how long a provider is waited for where there is a next one
   */
  public StepRunner(Ledger ledger, Lanes lanes, InstantSource clock, VideoRouter router) {
    this.lanes = lanes;
    this.clock = clock;
    this.results = new StepResults(ledger, clock);
    this.claims = Claims.of(ledger);
    this.waits = new Waits(clock);
    this.guards = new Guards(clock, router.patience());
    this.quick = new QuickRuns(results, guards);
    this.remote = new RemoteRuns(results, guards, clock);
    this.gates = new Gates(clock, lanes::alert);
    var patience = new Admission.Patience(router.patience(), router.patienceInLine().orElse(null));
    this.admission = new Admission(gates, results, guards, clock, patience);
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
        .map(left -> health.withDelay(left.pause()))
        .orElse(health);
  }

  /** {@return how all providers that were asked have served, by kind and provider} */
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
   * @param terms who pays if it is bought for this one, and instead of what it is bought
   * @param <R> class of the result
   * @return what comes of it, or a {@link VidgenException}
   */
  <R extends ProviderResult> CompletableFuture<StepOutcome<R>> start(
      Step<R> step, Watcher watcher, SharedRun.Terms terms) {
    var mine = new SharedRun<R>(watcher, terms);
    var present = running.putIfAbsent(step.fingerprint(), mine);
    if (present == null) {
      if (mine.isLeftBy(watcher)) {
        drop(step, mine, StepFailures.cancelled(step, "the job was cancelled"));
      } else {
        begin(step, mine);
      }
      return mine.outcome().thenApply(StepOutcome::asParked);
    }
    @SuppressWarnings("unchecked") // equal fingerprints mean equal kinds, so equal results
    var shared = (SharedRun<R>) present;
    if (shared.join(watcher, terms)) {
      shared.tell(watcher);
      if (shared.isLeftBy(watcher)) {
        Admission.withdrawIfUnwanted(shared);
      }
      return shared
          .outcome()
          .handle((outcome, error) -> shared.isOnlyItsOwn(step, outcome, error))
          .thenApply(itsOwn -> itsOwn && !watcher.isGone())
          .thenCompose(
              again ->
                  again
                      ? start(step, watcher, terms)
                      : shared
                          .outcome()
                          .thenApply(
                              o -> shared.isBoughtBy(watcher) ? o : StepOutcome.asReused(o)));
    }
    // It was given up and is about to end: two runs of one step never go side by side.
    return shared
        .outcome()
        .handle((outcome, error) -> watcher.isGone())
        .thenCompose(
            gone ->
                gone
                    ? CompletableFuture.failedFuture(
                        StepFailures.cancelled(step, "the job was cancelled"))
                    : start(step, watcher, terms));
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

  /** Has a step that waits for its turn fail unsent, so that somebody else is asked. */
  void turnAway(Step<?> step, Failure why) {
    var shared = running.get(step.fingerprint());
    if (shared != null) {
      Admission.turnAway(shared, why);
    }
  }

  /** Until when a step has to wait, whoever wants it. */
  Optional<Instant> due(Step<?> step) {
    return waits.find(step.fingerprint());
  }

  /** Whether nothing of a step is bought or on its way, as far as the ledger says. */
  boolean isUnbought(Step<?> step) {
    return results.isUnbought(step);
  }

  /** Whether a step was done, by whomever, free or not. */
  boolean isDone(Step<?> step) {
    return results.record(step).filter(r -> r.state() == StepState.COMPLETED).isPresent();
  }

  /** Whether a paid step was announced or sent, and its end is not recorded. */
  boolean isOnItsWay(Step<?> step) {
    return !step.isFree()
        && results.record(step).filter(record -> record.state().isOpen()).isPresent();
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
    var why = "another render asks " + step.provider() + " once more";
    return new StepOutcome.Parked<>(clock.instant().plus(Waits.SOON), why, null);
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
      admission.admit(step, run, () -> launch(step, run), late -> turnedAway(step, run, late));
    } catch (RuntimeException e) {
      drop(
          step,
          run,
          e instanceof VidgenException v
              ? v.in(StepFailures.place(step))
              : StepFailures.unexpected(step, e));
    }
  }

  private void turnedAway(Step<?> step, SharedRun<?> run, VidgenException late) {
    if (step.hasAnother()) {
      run.turnedAway();
    }
    drop(step, run, late.in(StepFailures.place(step)));
  }

  private <R extends ProviderResult> void launch(Step<R> step, SharedRun<R> run) {
    try {
      lanes.of(step.lane()).execute(() -> settle(step, run));
    } catch (RejectedExecutionException e) {
      giveUp(step, run, StepFailures.cancelled(step, "the pipeline is closed or overloaded"));
    } catch (RuntimeException | Error e) {
      giveUp(step, run, StepFailures.unexpected(step, e));
    }
  }

  private void giveUp(Step<?> step, SharedRun<?> run, VidgenException failure) {
    ended(step, run, null, failure);
    drop(step, run, failure);
  }

  /** Whatever goes wrong here, those who wait for the outcome get it. */
  private void ended(
      Step<?> step,
      SharedRun<?> run,
      @Nullable StepOutcome<?> outcome,
      @Nullable Throwable failure) {
    try {
      admission.ended(step, run, outcome, failure);
    } catch (RuntimeException | Error e) {
      LOG.warn("The place of {} could not be given back in order", step.key().id(), e);
      var turn = run.turn();
      if (turn != null) {
        turn.end();
      }
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
        failure = StepFailures.cancelled(step, "nobody waits for it any more");
      }
    } catch (InterruptedException e) {
      failure = StepFailures.cancelled(step, "it was interrupted");
    } catch (BegunElsewhere e) {
      outcome = results.parked(Waits.SOON, e.why(), null);
    } catch (VidgenException e) {
      failure = e.in(StepFailures.place(step));
    } catch (IOException | RuntimeException | Error e) {
      failure = StepFailures.unexpected(step, e);
    } finally {
      run.end();
      if (outcome != null) {
        ended(step, run, outcome, null);
      }
      running.remove(step.fingerprint(), run);
    }
    if (outcome == null) {
      run.outcome().completeExceptionally(failure);
      // Its place is free only then: what its jobs give up because of it is not to go instead.
      run.awaitHeard();
      ended(step, run, null, failure);
    } else {
      run.outcome().complete(outcome);
    }
  }

  private <R extends ProviderResult> StepOutcome<R> work(Step<R> step, SharedRun<R> run)
      throws IOException, InterruptedException {
    if (!claims.take(step.fingerprint())) {
      return results.parked(Waits.SOON, "another pipeline is at it", null);
    }
    try {
      return workAlone(step, run);
    } finally {
      claims.giveBack(step.fingerprint());
    }
  }

  private <R extends ProviderResult> StepOutcome<R> workAlone(Step<R> step, SharedRun<R> run)
      throws IOException, InterruptedException {
    waits.over(step.fingerprint());
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
      waits.set(step.fingerprint(), parked.until());
    }
    return outcome;
  }
}
