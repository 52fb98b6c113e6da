package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.internal.engine.Advance;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A job that a small loop drives: advance, and again when it is time. Between two advances it holds
 * nothing but a timer.
 *
 * @param <T> what the flow ends with
 */
public final class DrivenJob<T> implements RenderJob {
  private final String id;
  private final JobRun<T> run;
  private final Lanes lanes;
  private final InstantSource clock;
  private final Function<T, Render> publish;
  private final Consumer<RenderEvent> events;
  private final CompletableFuture<Render> completion = new CompletableFuture<>();
  private final Instant began;
  private volatile JobState state = JobState.QUEUED;
  private volatile @Nullable Failure failure;

  /**
   * A job that has not begun.
   *
   * @param id its id
   * @param run the engine's side of it
   * @param lanes where to run, and the timer
   * @param clock what time it is
   * @param publish stores the end result
   * @param events hears the end
   */
  public DrivenJob(
      String id,
      JobRun<T> run,
      Lanes lanes,
      InstantSource clock,
      Function<T, Render> publish,
      Consumer<RenderEvent> events) {
    this.id = id;
    this.run = run;
    this.lanes = lanes;
    this.clock = clock;
    this.publish = publish;
    this.events = events;
    this.began = clock.instant();
  }

  /** Begins; to be called once. */
  public void start() {
    lanes.later(Duration.ZERO, this::advance);
  }

  private void advance() {
    if (completion.isDone()) {
      return;
    }
    state = JobState.RUNNING;
    var unused =
        run.advance()
            .whenComplete(
                (advance, error) -> {
                  if (error != null) {
                    fail(unwrapped(error));
                  } else if (advance instanceof Advance.WakeAt<T> wake) {
                    state = JobState.WAITING_REMOTE;
                    lanes.later(Duration.between(clock.instant(), wake.time()), this::advance);
                  } else if (advance instanceof Advance.Done<T> done) {
                    // Copying files may take a moment: not on the thread that ended the last step.
                    lanes.later(Duration.ZERO, () -> finish(done.result()));
                  }
                });
  }

  private void finish(T result) {
    try {
      var render = publish.apply(result);
      state = JobState.SUCCEEDED;
      events.accept(new RenderEvent.Progress(id, 1));
      events.accept(new RenderEvent.Finished(id, true, sinceBegan()));
      completion.complete(render);
    } catch (RuntimeException | Error e) {
      fail(unwrapped(e));
    }
  }

  private void fail(VidgenException e) {
    failure = e.failure();
    state =
        switch (e.kind()) {
          case CANCELLED -> JobState.CANCELLED;
          case UNKNOWN_OUTCOME -> JobState.NEEDS_ATTENTION;
          default -> JobState.FAILED;
        };
    events.accept(new RenderEvent.Finished(id, false, sinceBegan()));
    completion.completeExceptionally(e);
  }

  private Duration sinceBegan() {
    return Duration.between(began, clock.instant());
  }

  private static VidgenException unwrapped(Throwable error) {
    var cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    return cause instanceof VidgenException e
        ? e
        : new VidgenException(
            Failure.of(FailureKind.LOCAL, "something unforeseen happened: " + cause, ""), cause);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public JobState state() {
    return state;
  }

  @Override
  public double progress() {
    return state == JobState.SUCCEEDED ? 1 : run.fraction();
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean cancel() {
    if (completion.isDone()) {
      return false;
    }
    run.cancel();
    if (state == JobState.WAITING_REMOTE || state == JobState.QUEUED) {
      // Nothing runs that would notice, so look at once.
      lanes.later(Duration.ZERO, this::advance);
    }
    return true;
  }

  @Override
  public CompletionStage<Render> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public Render join() {
    try {
      return completion.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public Optional<Render> join(Duration limit) {
    try {
      return Optional.of(completion.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause() == null ? e : e.getCause());
    }
  }

  private VidgenException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new VidgenException(
        Failure.of(
            FailureKind.CANCELLED,
            "the thread that waited for job " + id + " was interrupted; the job goes on",
            ""),
        e);
  }
}
