package io.vidgen.internal.engine;

import static java.util.Objects.requireNonNull;

import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.ProviderResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One job as the engine sees it: a flow, and {@link #advance()}, which does everything that can be
 * done now and holds no thread. All truth is in the ledger, so an instance made anew after a crash
 * goes on where the last one was.
 *
 * @param <T> the end result
 */
public final class JobRun<T> {
  /** Maps begin small: thousands of jobs that only wait have these each. */
  private static final int FEW = 2;

  private final String id;
  private Flow<T> flow;
  private final StepRunner runner;
  private final Purse purse;
  private final JobEvents events;

  private final Map<Fingerprint, ProviderResult> results = new HashMap<>(FEW);
  private final Alarms parked = new Alarms();
  private final Set<Fingerprint> started = new HashSet<>(FEW);
  private final JobLock lock = new JobLock(this::leave);
  private final Underway running;
  private final JobTally tally = new JobTally();
  private final ProgressMeter progress = new ProgressMeter();
  private final Excuses excuses;
  private final Detours detours;
  private @Nullable VidgenException failure;
  private volatile Runnable idle = () -> {};
  private volatile boolean cancelled;
  private boolean pumping;
  private boolean again;
  private @Nullable CompletableFuture<Advance<T>> pending;

  /**
   * A job that has not begun.
   *
   * @param id its id
   * @param flow the recipe
   * @param runner works on steps
   * @param purse who pays
   * @param events hears what happens, in order
   */
  public JobRun(
      String id, Flow<T> flow, StepRunner runner, Purse purse, Consumer<RenderEvent> events) {
    this.id = id;
    this.flow = flow;
    this.runner = runner;
    this.purse = purse;
    this.events = new JobEvents(id, events);
    this.excuses = new Excuses(runner::refusal, runner::isUnbought);
    this.running = new Underway(lock, () -> cancelled, runner, this.events, progress);
    this.detours = new Detours(runner, step -> results.containsKey(step) || running.has(step));
  }

  /**
   * Does everything that can be done now.
   *
   * @return done or when to advance again; exceptionally a {@link VidgenException}
   */
  public CompletableFuture<Advance<T>> advance() {
    return lock.get(this::advanceNow);
  }

  private CompletableFuture<Advance<T>> advanceNow() {
    if (pending == null) {
      pending = new CompletableFuture<>();
      parked.clear();
      failure = null;
      var future = pending;
      pump();
      return future;
    }
    return pending;
  }

  /**
   * Gives up interest in everything that runs, and begins nothing more. Waits for nobody: a
   * listener of any job may call it.
   *
   * @param ifIdle called when nothing of it is brought forward now, so that nobody would notice
   */
  public void cancel(Runnable ifIdle) {
    idle = ifIdle;
    cancelled = true;
    lock.soon();
  }

  private void leave() {
    running.leaveAll();
    if (pending != null) {
      pump();
    } else {
      idle.run();
    }
  }

  /** {@return how far it is, 0 to 1} */
  public double fraction() {
    return lock.getOr(progress::fraction, progress::shown);
  }

  /**
   * What waits for its turn at a vendor.
   *
   * @return what was told of it, oldest first
   */
  public List<RenderEvent.TurnAwaited> waiting() {
    return running.waiting();
  }

  /**
   * Whether that is all that is done.
   *
   * @return false when something runs, or nothing does
   */
  public boolean onlyWaits() {
    return running.onlyWaits();
  }

  /**
   * What ran and what did not.
   *
   * @return counts and times so far
   */
  public JobTally tally() {
    return lock.get(() -> tally);
  }

  /** A step may be over before its start returns; then one more round follows, not a deeper one. */
  private void pump() {
    again = true;
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      while (again && pending != null) {
        again = false;
        round(pending);
      }
    } finally {
      pumping = false;
    }
  }

  private void round(CompletableFuture<Advance<T>> future) {
    try {
      if (failure == null && !cancelled) {
        var port = new JobPort(new Known(), runner, detours, excuses, progress);
        var end = flow.evaluate(port);
        if (end.isPresent()) {
          complete(future, end.get());
          return;
        }
        port.wanted().forEach(this::start);
      }
    } catch (RuntimeException | Error e) {
      failure = e instanceof VidgenException v ? v : JobFailures.wrapped(e);
      running.leaveAll();
    }
    if (running.isEmpty() && !again) {
      settle(future);
    } else if (failure == null && !cancelled) {
      setAlarm();
    }
  }

  /** What is due while other steps still run is not kept waiting for them. */
  private void setAlarm() {
    parked.toSet().ifPresent(time -> runner.at(time, () -> lock.run(this::wake)));
  }

  private void wake() {
    if (pending != null) {
      parked.clear();
      pump();
    }
  }

  private void settle(CompletableFuture<Advance<T>> future) {
    pending = null;
    var problem = failure;
    if (cancelled) {
      future.completeExceptionally(JobFailures.cancelled().in(place()));
    } else if (problem != null) {
      future.completeExceptionally(problem.in(place()));
    } else {
      parked
          .first()
          .ifPresentOrElse(
              time -> future.complete(new Advance.WakeAt<>(time)),
              () -> future.completeExceptionally(JobFailures.stuck(id)));
    }
  }

  private void complete(CompletableFuture<Advance<T>> future, T end) {
    pending = null;
    future.complete(new Advance.Done<>(end));
  }

  private <R extends ProviderResult> void start(Step<R> step) {
    var key = step.fingerprint();
    // One that was started just before may have failed already, or a listener may have cancelled
    // the job: nothing is begun after that.
    if (failure != null || cancelled || running.has(key) || parked.has(key)) {
      return;
    }
    var wait = runner.due(step);
    if (wait.isPresent()) {
      parked.park(step, wait.get());
      return;
    }
    var watcher = running.add(step);
    if (started.add(key)) {
      events.started(step);
    }
    if (cancelled) {
      running.remove(step);
      return;
    }
    var terms = new SharedRun.Terms(purse, detours.rivals(step));
    var outcome = runner.start(step, watcher, terms);
    var unused =
        outcome.whenComplete((done, error) -> lock.run(() -> finished(step, watcher, done, error)));
  }

  private <R extends ProviderResult> void finished(
      Step<R> step, Watcher watcher, @Nullable StepOutcome<R> outcome, @Nullable Throwable error) {
    if (!running.has(step, watcher)) {
      return;
    }
    running.remove(step);
    runner.leave(step, watcher);
    if (outcome instanceof StepOutcome.Done<R> done) {
      remember(step, done);
    } else if (outcome instanceof StepOutcome.Parked<R> wait) {
      parked.park(step, wait.until());
      events.waiting(step, wait);
    } else if (error != null) {
      failed(
          step,
          error instanceof CompletionException e && e.getCause() != null ? e.getCause() : error);
    }
    pump();
  }

  private void failed(Step<?> step, Throwable error) {
    var problem = error instanceof VidgenException e ? e : JobFailures.wrapped(error);
    var next = detours.instead(step, problem);
    if (next != null) {
      events.fellBack(step, problem, next);
      var change = detours.change(step, next, problem.failure());
      if (change != null) {
        warn(change);
        flow = requireNonNull(step.unison()).whole() ? flow.anew() : flow;
      }
      running.turnAway(step, problem.failure());
      return;
    }
    boolean spared = detours.isLeft(step, problem) || excuses.excuse(step, problem);
    if (!spared && isTakenUp(step, problem)) {
      var wait = runner.takenUp(step);
      parked.park(step, wait.until());
      events.waiting(step, wait);
      return;
    }
    if (spared && Detours.cannotServe(problem.failure())) {
      running.turnAway(step, problem.failure());
    } else if (!spared && failure == null) {
      failure = detours.last(step, problem);
      // What else runs is worth nothing without this one; a paid call that was sent is seen
      // through.
      running.leaveAll();
    }
    if (problem.kind() != FailureKind.CANCELLED) {
      events.failed(step, problem);
    }
  }

  /** Whether it would have been left for another way, had another job not begun it once more. */
  private boolean isTakenUp(Step<?> step, VidgenException problem) {
    return failure == null
        && Detours.cannotServe(problem.failure())
        && !step.isFree()
        && (detours.hasNext(step) || excuses.mayReplace(step))
        && runner.isTakenUp(step);
  }

  private void remember(Step<?> step, StepOutcome.Done<? extends ProviderResult> done) {
    results.put(step.fingerprint(), done.result());
    progress.part(step.key(), 1);
    tally.add(step, done.reused(), done.took(), done.cost());
    ActualCost.excess(step, done.cost()).ifPresent(this::warn);
    events.finished(step, done.reused(), done.took());
    events.progress(progress.fraction());
  }

  private void warn(Problem problem) {
    if (tally.warn(problem)) {
      events.warning(problem);
    }
  }

  private FailureContext place() {
    return new FailureContext(null, null, 0, id, 0);
  }

  /** Used under the job's lock. */
  private final class Known implements JobPort.Job {
    @Override
    public @Nullable ProviderResult result(Fingerprint step) {
      return results.get(step);
    }

    @Override
    public boolean isRunning(Fingerprint step) {
      return running.has(step);
    }

    @Override
    public void doneBefore(Step<?> step, ProviderResult result) {
      remember(step, StepOutcome.Done.before(result));
    }

    @Override
    public void warn(Problem problem) {
      JobRun.this.warn(problem);
    }
  }
}
