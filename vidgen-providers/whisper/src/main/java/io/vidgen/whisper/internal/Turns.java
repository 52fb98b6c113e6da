package io.vidgen.whisper.internal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the calls for a model run one after the other, in the order in which they came: each run
 * takes all threads and as much memory as its model. Safe for use by several threads.
 */
final class Turns {
  /** For the whole JVM, as two pipelines of one process share its processors. */
  static final Turns OF_THIS_JVM = new Turns();

  private static final long GLANCE_MILLIS = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Path, Deque<Object>> waiting = new HashMap<>();

  /** A turn, to be given back. */
  interface Turn {
    void giveBack();
  }

  /**
   * Waits for a turn.
   *
   * @param model whose
   * @param guard ends the wait
   */
  Turn take(Path model, CallGuard guard) throws InterruptedException {
    var ticket = new Object();
    boolean mine = false;
    lock.lockInterruptibly();
    try {
      waiting.computeIfAbsent(model, path -> new ArrayDeque<>()).add(ticket);
      while (!isFirst(model, ticket)) {
        guard.goOn();
        // a cancel may come without an interrupt
        boolean unused = changed.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      mine = true;
    } finally {
      if (!mine) {
        leave(model, ticket);
      }
      lock.unlock();
    }
    return () -> leaveLocked(model, ticket);
  }

  private boolean isFirst(Path model, Object ticket) {
    var queue = waiting.get(model);
    return queue != null && queue.peek() == ticket;
  }

  private void leaveLocked(Path model, Object ticket) {
    lock.lock();
    try {
      leave(model, ticket);
    } finally {
      lock.unlock();
    }
  }

  private void leave(Path model, Object ticket) {
    var queue = waiting.get(model);
    if (queue != null) {
      queue.remove(ticket);
      if (queue.isEmpty()) {
        waiting.remove(model);
      }
      changed.signalAll();
    }
  }
}
