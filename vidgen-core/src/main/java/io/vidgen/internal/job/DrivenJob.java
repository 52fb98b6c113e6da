package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.internal.engine.Advance;
import io.vidgen.internal.engine.JobFailures;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A job that a small loop drives: advance, and again when it is time. Between two advances it holds
 * nothing but a timer.
 *
 * @param <T> what the flow ends with
 * @param <R> what becomes of that when it is stored
 */
public class DrivenJob<T, R> implements RenderHandle<R> {
  private final String id;
  private final JobRun<T> run;
  private final Lanes lanes;
  private final InstantSource clock;
  private final Function<T, R> publish;
  private final Consumer<RenderEvent> events;
  private final CompletableFuture<R> completion = new CompletableFuture<>();
  private final Instant began;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.LIVE);
  private final AtomicReference<@Nullable Object> heard = new AtomicReference<>();
  private volatile JobState state = JobState.QUEUED;

  /** Once it is over: a thread that was about to bring it forward may still say that it runs. */
  private volatile @Nullable JobState end;

  private volatile @Nullable Failure failure;

  private enum Stage {
    LIVE,
    CANCELLING,
    PUBLISHING,
    OVER;

    boolean isDriven() {
      return this == LIVE || this == CANCELLING;
    }
  }

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
      Function<T, R> publish,
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
    soon(this::advance);
  }

  private void advance() {
    if (!stage().isDriven()) {
      return;
    }
    state = JobState.RUNNING;
    var future = run.advance();
    // A cancel may come while an advance is under way: the one future is heard once.
    if (!heard.compareAndSet(null, future)) {
      return;
    }
    var unused =
        future.whenComplete(
            (advance, error) -> {
              heard.set(null);
              if (error != null) {
                soon(() -> fail(unwrapped(error)));
              } else if (advance instanceof Advance.WakeAt<T> wake) {
                sleep(wake.time());
              } else if (advance instanceof Advance.Done<T> done) {
                soon(() -> finish(done.result()));
              }
            });
  }

  private void sleep(Instant until) {
    state = JobState.WAITING_REMOTE;
    try {
      // A cancel that came just before found the job running, and left it to this.
      var delay =
          stage() == Stage.CANCELLING ? Duration.ZERO : Duration.between(clock.instant(), until);
      lanes.later(delay, this::advance);
    } catch (RejectedExecutionException e) {
      abandon();
    }
  }

  /** On a thread of its own: neither under the job's lock nor on the thread that ended a step. */
  private void soon(Runnable work) {
    try {
      lanes.later(Duration.ZERO, work);
    } catch (RejectedExecutionException e) {
      abandon();
    }
  }

  /** Ends a job that nothing can drive any more, because the pipeline is closed. */
  void abandon() {
    fail(
        VidgenException.of(
            FailureKind.CANCELLED,
            "the pipeline was closed",
            "render again with another one to go on from here"));
  }

  private void finish(T result) {
    if (!stage.compareAndSet(Stage.LIVE, Stage.PUBLISHING)) {
      fail(JobFailures.cancelled());
      return;
    }
    R render;
    try {
      render = publish.apply(result);
    } catch (RuntimeException | Error e) {
      stage.set(Stage.LIVE);
      fail(unwrapped(e));
      return;
    }
    stage.set(Stage.OVER);
    end = JobState.SUCCEEDED;
    events.accept(new RenderEvent.Progress(id, 1));
    events.accept(new RenderEvent.Finished(id, true, sinceBegan()));
    completion.complete(render);
  }

  private void fail(VidgenException problem) {
    if (!stage.compareAndSet(Stage.LIVE, Stage.OVER)
        && !stage.compareAndSet(Stage.CANCELLING, Stage.OVER)) {
      return;
    }
    var e = problem.in(new FailureContext(null, null, 0, id, 0));
    failure = e.failure();
    end =
        switch (e.kind()) {
          case CANCELLED -> JobState.CANCELLED;
          case UNKNOWN_OUTCOME -> JobState.NEEDS_ATTENTION;
          default -> JobState.FAILED;
        };
    events.accept(new RenderEvent.Finished(id, false, sinceBegan()));
    completion.completeExceptionally(e);
  }

  private Stage stage() {
    return Objects.requireNonNull(stage.get(), "stage");
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

  /** While all that it does is wait for turns at vendors, nothing of it runs here. */
  @Override
  public JobState state() {
    var last = end;
    if (last != null) {
      return last;
    }
    var now = state;
    return now == JobState.RUNNING && run.onlyWaits() ? JobState.WAITING_REMOTE : now;
  }

  @Override
  public List<RenderEvent.TurnAwaited> waiting() {
    return end != null ? List.of() : run.waiting();
  }

  @Override
  public double progress() {
    return end == JobState.SUCCEEDED ? 1 : run.fraction();
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean cancel() {
    if (!stage.compareAndSet(Stage.LIVE, Stage.CANCELLING)) {
      return stage() == Stage.CANCELLING;
    }
    // Nothing may run that would notice: then it looks at once.
    run.cancel(() -> soon(this::advance));
    return true;
  }

  @Override
  public CompletionStage<R> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public R join() {
    try {
      return completion.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public Optional<R> join(Duration limit) {
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
