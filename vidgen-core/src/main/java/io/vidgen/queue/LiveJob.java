package io.vidgen.queue;

import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job in flight: one place is taken from before its runner is asked until it is over. */
final class LiveJob {
  private final JobRecord record;
  private @Nullable RenderJob job;
  private boolean cancelled;
  private boolean abandoned;
  private boolean asking;
  private boolean over;

  LiveJob(JobRecord record) {
    this.record = record;
  }

  /** The record that says that it runs. */
  JobRecord record() {
    return record;
  }

  /** The same options; nobody is asked for a job that is to stop, and no yes counts for it. */
  RenderOptions asked(RenderOptions options) {
    if (!(options.overrun() instanceof Overrun.Ask ask)) {
      return options;
    }
    var still = Overrun.ask(plan -> asks(true) && ask.answer().test(plan) && asks(false));
    return new RenderOptions(options.owner(), options.project(), options.budget(), still);
  }

  private synchronized boolean asks(boolean now) {
    asking = now;
    return !isCancelled();
  }

  /** To be called once; a job that was cancelled while it began is cancelled now. */
  void began(RenderJob started) {
    boolean late;
    synchronized (this) {
      job = started;
      late = cancelled || abandoned;
    }
    if (late) {
      started.cancel();
    }
  }

  boolean cancel() {
    RenderJob running;
    synchronized (this) {
      if (over) {
        return false;
      }
      cancelled = true;
      running = job;
    }
    return running == null || running.cancel();
  }

  /**
   * Cancels it because the queue is closed, not because somebody does not want it any more.
   *
   * @return false when nothing is to be waited for: somebody is asked, and no yes counts any more
   */
  boolean abandon() {
    RenderJob running;
    boolean unanswered;
    synchronized (this) {
      abandoned = true;
      running = job;
      unanswered = asking;
    }
    if (running != null) {
      running.cancel();
    }
    return !unanswered;
  }

  /** Whether it is to stop, for whatever reason. */
  synchronized boolean isCancelled() {
    return cancelled || abandoned;
  }

  /** Whether nobody asked for it to be cancelled, and yet it was. */
  synchronized boolean isAbandoned() {
    return abandoned && !cancelled;
  }

  /** Whether it is over only now. */
  synchronized boolean end() {
    boolean first = !over;
    over = true;
    return first;
  }

  JobState state() {
    var running = running();
    return running != null && running.state() == JobState.WAITING_REMOTE
        ? JobState.WAITING_REMOTE
        : JobState.RUNNING;
  }

  double progress() {
    var running = running();
    double fraction = running == null ? 0 : running.progress();
    return fraction >= 0 ? Math.min(1, Math.max(record.progress(), fraction)) : record.progress();
  }

  List<RenderEvent.TurnAwaited> waiting() {
    var running = running();
    return running == null ? List.of() : running.waiting();
  }

  private synchronized @Nullable RenderJob running() {
    return job;
  }
}
