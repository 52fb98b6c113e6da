package io.vidgen.sandbox.internal.media;

import io.vidgen.sandbox.internal.time.Threads;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes media off the threads that answer, oldest order first. */
public final class MediaThreads implements AutoCloseable {
  private static final int MOST_WAITING = 100_000;

  private final ThreadPoolExecutor threads;

  /** As many threads as the machine has processors, at least two. */
  public MediaThreads() {
    int count = Math.max(2, Runtime.getRuntime().availableProcessors());
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            r -> Threads.daemon(r, "sandbox-media"));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does something; a full queue or a closed sandbox fails the future. */
  <T> CompletableFuture<T> submit(Callable<T> work) {
    var result = new CompletableFuture<T>();
    try {
      threads.execute(() -> run(work, result));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
    return result;
  }

  private static <T> void run(Callable<T> work, CompletableFuture<T> result) {
    try {
      result.complete(work.call());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result.completeExceptionally(e);
    } catch (Exception e) {
      result.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    Threads.stop(threads);
  }
}
