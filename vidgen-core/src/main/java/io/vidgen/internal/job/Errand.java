package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Advance;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * A small job whose caller waits for it, and that ends with no video.
 *
 * @param <T> what it ends with
 */
final class Errand<T> {
  private final JobRun<T> run;
  private final Lanes lanes;
  private final InstantSource clock;
  private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

  Errand(JobRun<T> run, Lanes lanes, InstantSource clock) {
    this.run = run;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** Does it; to be called once. */
  T run() {
    try {
      while (true) {
        var advance = await(run.advance());
        if (advance instanceof Advance.Done<T> done) {
          return done.result();
        } else if (advance instanceof Advance.WakeAt<T> wake) {
          var due = new CompletableFuture<Boolean>();
          lanes.later(
              Duration.between(clock.instant(), wake.time()), () -> due.complete(Boolean.TRUE));
          await(due);
        }
      }
    } catch (RejectedExecutionException e) {
      throw closed();
    } catch (InterruptedException e) {
      run.cancel(() -> {});
      Thread.currentThread().interrupt();
      throw new VidgenException(
          Failure.of(
              FailureKind.CANCELLED,
              "the thread that waited was interrupted",
              "ask again: what was sent before is not sent twice"),
          e);
    }
  }

  private <R> R await(CompletableFuture<R> future) throws InterruptedException {
    try {
      CompletableFuture.anyOf(future, abandoned).get();
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VidgenException failure) {
        throw failure;
      }
      throw new VidgenException(
          Failure.of(FailureKind.LOCAL, "something unforeseen happened: " + e.getCause(), ""), e);
    }
  }

  /** Gives up interest; a paid call that was sent is seen through. */
  void cancel() {
    run.cancel(() -> {});
  }

  /** Ends it when nothing can wake it any more. */
  void abandon() {
    abandoned.completeExceptionally(closed());
  }

  private static VidgenException closed() {
    return VidgenException.of(
        FailureKind.CANCELLED, "the pipeline was closed", "ask again with another one");
  }
}
