package io.vidgen.internal.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lock of a job. Listeners are told under it, so that they hear all in order; so nobody whom a
 * listener may call waits for it. What such a call wants done is done by whoever holds the lock,
 * when it is let go.
 */
final class JobLock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable errand;
  private volatile boolean wanted;

  /**
   * A lock that is free.
   *
   * @param errand what {@link #soon()} has done under it
   */
  JobLock(Runnable errand) {
    this.errand = errand;
  }

  void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
      runWanted();
    }
  }

  <V> V get(Supplier<V> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
      runWanted();
    }
  }

  /** Looks at what the lock guards, if nobody else is at it. */
  <V> V getOr(Supplier<V> work, Supplier<V> otherwise) {
    if (!lock.tryLock()) {
      return otherwise.get();
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
      runWanted();
    }
  }

  /** Has the errand done at once, or by the thread that holds the lock as soon as it lets go. */
  void soon() {
    wanted = true;
    runWanted();
  }

  private void runWanted() {
    while (wanted && lock.tryLock()) {
      try {
        if (wanted) {
          wanted = false;
          errand.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
