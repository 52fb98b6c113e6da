package io.vidgen.testkit;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.money.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A job of a {@link ScriptedRunner}. Safe for use by several threads. */
public final class ScriptedJob implements RenderJob {
  private final String id;
  private final RenderOptions options;
  private final Runnable onEnd;
  private final AtomicBoolean over = new AtomicBoolean();
  private final CompletableFuture<Render> completion = new CompletableFuture<>();
  private volatile JobState state = JobState.RUNNING;
  private volatile double progress;
  private volatile @Nullable Failure failure;
  private volatile boolean stubborn;

  ScriptedJob(String id, RenderOptions options, Runnable onEnd) {
    this.id = id;
    this.options = options;
    this.onEnd = onEnd;
  }

  /**
   * For whom it is made.
   *
   * @return the options it was queued with
   */
  public RenderOptions options() {
    return options;
  }

  /** Ends it well, with a result that its storage keeps for ever. */
  public void succeed() {
    succeed(Instant.MAX);
  }

  /**
   * Ends it well.
   *
   * @param expiresAt until when its storage keeps the result
   */
  public void succeed(Instant expiresAt) {
    if (over.compareAndSet(false, true)) {
      state = JobState.SUCCEEDED;
      progress = 1;
      onEnd.run();
      completion.complete(
          new Render(id, Map.of(), expiresAt, Duration.ofSeconds(9), Price.free(), Map.of(), 1, 0));
    }
  }

  /**
   * Ends it badly.
   *
   * @param why with what
   */
  public void fail(Throwable why) {
    if (over.compareAndSet(false, true)) {
      var known =
          why instanceof VidgenException e
              ? e.failure()
              : Failure.of(FailureKind.LOCAL, why.toString(), "");
      failure = known;
      state =
          switch (known.kind()) {
            case CANCELLED -> JobState.CANCELLED;
            case UNKNOWN_OUTCOME -> JobState.NEEDS_ATTENTION;
            default -> JobState.FAILED;
          };
      onEnd.run();
      completion.completeExceptionally(why);
    }
  }

  /**
   * Ends it badly.
   *
   * @param kind with what kind of failure
   */
  public void fail(FailureKind kind) {
    fail(VidgenException.of(kind, "as scripted", "none"));
  }

  /**
   * Brings it forward.
   *
   * @param fraction 0 to 1
   */
  public void reach(double fraction) {
    progress = fraction;
  }

  /** Waits for a vendor from now on. */
  public void park() {
    state = JobState.WAITING_REMOTE;
  }

  /** Does not hear when it is cancelled. */
  public void ignoreCancel() {
    stubborn = true;
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
    return progress;
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean cancel() {
    if (over.get()) {
      return false;
    }
    if (!stubborn) {
      fail(FailureKind.CANCELLED);
    }
    return true;
  }

  @Override
  public CompletionStage<Render> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public Render join() {
    return join(Duration.ofSeconds(10))
        .orElseThrow(() -> new AssertionError("job " + id + " did not end within ten seconds"));
  }

  @Override
  public Optional<Render> join(Duration limit) {
    try {
      return Optional.of(completion.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VidgenException known) {
        throw known;
      }
      throw new AssertionError(e);
    }
  }
}
