package io.vidgen.internal.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lock of a job. Listeners are told under it, so that they hear all in order; so nobody whom a
 * listener may call waits for it. What such a call wants done is done by whoever holds the lock,
 * when it is let go.
 */
final class JobLock {
  private static final Logger LOG = LoggerFactory.getLogger(JobLock.class);

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

  /**
   * Has the errand done at once, or by the thread that holds the lock, which may be this one, as
   * soon as it lets go: never in the middle of what is done under it.
   */
  void soon() {
    wanted = true;
    runWanted();
  }

  private void runWanted() {
    while (wanted && !lock.isHeldByCurrentThread() && lock.tryLock()) {
      try {
        if (wanted) {
          wanted = false;
          errand.run();
        }
      } catch (RuntimeException | Error e) {
        LOG.warn("A job could not leave its steps in order", e);
      } finally {
        lock.unlock();
      }
    }
  }
}
