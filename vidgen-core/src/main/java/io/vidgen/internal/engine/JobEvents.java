package io.vidgen.internal.engine;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells what happens in a job. Used under the job's lock, so that all is heard in order.
 *
 * @param job id of the job
 * @param to hears it
 */
record JobEvents(String job, Consumer<RenderEvent> to) {

  void started(Step<?> step) {
    var choice = step.choice();
    if (choice != null) {
      to.accept(new RenderEvent.Routed(job, step.info(), choice));
    }
    to.accept(new RenderEvent.StepStarted(job, step.info()));
  }

  void waiting(Step<?> step, StepOutcome.Parked<?> wait) {
    var retried = wait.failure();
    if (retried != null) {
      var failure = retried.in(place(step));
      to.accept(new RenderEvent.StepFailed(job, step.info(), failure, true));
    }
    to.accept(new RenderEvent.StepWaiting(job, step.info(), wait.until(), wait.why()));
  }

  RenderEvent.TurnAwaited turnAwaited(Step<?> step, Line line) {
    var event = line.event(job, step);
    to.accept(event);
    return event;
  }

  void turnOver(RenderEvent.TurnAwaited wait, Duration waited, boolean came) {
    to.accept(new RenderEvent.TurnOver(job, wait.step(), waited, came));
  }

  void finished(Step<?> step, boolean reused, Duration took) {
    to.accept(new RenderEvent.StepFinished(job, step.info(), reused, took));
  }

  void failed(Step<?> step, VidgenException problem) {
    var failure = problem.failure().in(place(step));
    to.accept(new RenderEvent.StepFailed(job, step.info(), failure, false));
  }

  void fellBack(Step<?> step, VidgenException problem, Step<?> next) {
    var failure = problem.failure().in(place(step));
    to.accept(new RenderEvent.FellBack(job, step.info(), failure, next.provider()));
  }

  void progress(double fraction) {
    to.accept(new RenderEvent.Progress(job, fraction));
  }

  void warning(Problem problem) {
    to.accept(new RenderEvent.Warning(job, problem));
  }

  private FailureContext place(Step<?> step) {
    return new FailureContext(step.key().kind(), step.provider(), step.key().scene(), job, 0);
  }
}
