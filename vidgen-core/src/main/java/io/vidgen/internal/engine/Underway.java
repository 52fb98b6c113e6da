package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent.TurnAwaited;
import io.vidgen.model.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The steps of a job that run, or wait for their turn at a vendor. Guarded by its job, but for what
 * others read of it.
 */
final class Underway {
  /** Maps begin small: thousands of jobs that only wait have these each. */
  private static final int FEW = 2;

  private final JobLock lock;
  private final BooleanSupplier cancelled;
  private final StepRunner runner;
  private final JobEvents events;
  private final ProgressMeter progress;
  private final Map<Fingerprint, Running> running = new LinkedHashMap<>(FEW);
  private final Map<Fingerprint, Wait> awaited = new LinkedHashMap<>(FEW);
  private volatile List<TurnAwaited> waiting = List.of();
  private volatile boolean onlyWaits;

  private record Running(Step<?> step, Watcher watcher) {}

  private record Wait(TurnAwaited told, Line line) {}

  /**
   * For one job.
   *
   * @param lock the job's
   * @param cancelled whether it is given up
   * @param runner works on steps
   * @param events hears of them
   * @param progress of the job
   */
  Underway(
      JobLock lock,
      BooleanSupplier cancelled,
      StepRunner runner,
      JobEvents events,
      ProgressMeter progress) {
    this.lock = lock;
    this.cancelled = cancelled;
    this.runner = runner;
    this.events = events;
    this.progress = progress;
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  boolean has(Fingerprint step) {
    return running.containsKey(step);
  }

  boolean has(Step<?> step, Watcher watcher) {
    var run = running.get(step.fingerprint());
    return run != null && run.watcher() == watcher;
  }

  /** Returns the job's interest in the run that is to begin. */
  Watcher add(Step<?> step) {
    var watcher = new Hearing(step).watcher;
    running.put(step.fingerprint(), new Running(step, watcher));
    show();
    return watcher;
  }

  void remove(Step<?> step) {
    running.remove(step.fingerprint());
    turnOver(step, false);
    show();
  }

  /** Gives up interest in all of them; those that go on for others are not waited for. */
  void leaveAll() {
    for (var run : List.copyOf(running.values())) {
      if (runner.leave(run.step(), run.watcher())) {
        remove(run.step());
      }
    }
  }

  /** What waits for its turn at who has failed is not sent there any more. */
  void turnAway(Step<?> failed, Failure why) {
    running.values().stream()
        .map(Running::step)
        .filter(other -> Detours.holdsFor(other, failed, why))
        .forEach(other -> runner.turnAway(other, why));
  }

  /** What the run of a step says, brought under the job's lock. */
  private final class Hearing implements Watcher.Ear {
    private final Step<?> step;
    private final Watcher watcher = new Watcher(this);

    Hearing(Step<?> step) {
      this.step = step;
    }

    @Override
    public void progress(double fraction) {
      lock.run(
          () -> {
            if (has(step, watcher)) {
              progress.part(step.key(), fraction);
              events.progress(progress.fraction());
            }
          });
    }

    @Override
    public void waits(Line line) {
      lock.run(
          () -> {
            if (has(step, watcher) && !line.isOver() && !awaited.containsKey(step.fingerprint())) {
              awaited.put(step.fingerprint(), new Wait(events.turnAwaited(step, line), line));
              show();
            }
          });
    }

    @Override
    public void turnCame() {
      lock.run(
          () -> {
            if (has(step, watcher)) {
              turnOver(step, true);
            }
          });
    }

    @Override
    public void atRest() {
      // Whoever begins steps under this lock has heard by now what became of them.
      lock.run(Underway.this::show);
    }

    @Override
    public boolean isGivenUp() {
      return cancelled.getAsBoolean();
    }
  }

  /** Told if the wait was. */
  private void turnOver(Step<?> step, boolean came) {
    var wait = awaited.remove(step.fingerprint());
    if (wait != null) {
      show();
      events.turnOver(wait.told(), wait.line().waited(), came);
    }
  }

  private void show() {
    waiting = awaited.values().stream().map(Wait::told).toList();
    onlyWaits = !running.isEmpty() && awaited.keySet().containsAll(running.keySet());
  }

  /** Those that wait for their turn now, for whoever asks. */
  List<TurnAwaited> waiting() {
    return waiting;
  }

  /** Whether nothing else is done, for whoever asks. */
  boolean onlyWaits() {
    return onlyWaits;
  }
}
