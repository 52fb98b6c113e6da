package io.vidgen.internal.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a step that any number of jobs wait for. When the last of them loses interest, it is
 * cancelled, and interrupted unless that could leave a paid call's outcome unknown.
 */
final class SharedRun<R> {
  private final CompletableFuture<StepOutcome<R>> outcome = new CompletableFuture<>();
  private final List<DoubleConsumer> watchers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final boolean interruptible;
  private int interested;
  private @Nullable Thread thread;

  SharedRun(boolean interruptible) {
    this.interruptible = interruptible;
  }

  /** Returns false when the run was given up already, so that a new one is needed. */
  synchronized boolean join(DoubleConsumer watcher) {
    if (cancelled.get()) {
      return false;
    }
    interested++;
    watchers.add(watcher);
    return true;
  }

  synchronized void leave(DoubleConsumer watcher) {
    if (watchers.remove(watcher) && --interested == 0 && !outcome.isDone()) {
      cancelled.set(true);
      if (interruptible && thread != null) {
        thread.interrupt();
      }
    }
  }

  synchronized boolean begin() {
    if (cancelled.get()) {
      return false;
    }
    thread = Thread.currentThread();
    return true;
  }

  /** After this, no interrupt of ours can reach the thread's next work. */
  synchronized void end() {
    thread = null;
    if (cancelled.get()) {
      Thread.interrupted();
    }
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  void progress(double fraction) {
    watchers.forEach(watcher -> watcher.accept(fraction));
  }

  CompletableFuture<StepOutcome<R>> outcome() {
    return outcome;
  }
}
