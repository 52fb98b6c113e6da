package io.vidgen.queue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts who is inside, and lets nobody in any more once it is closed. */
final class Gate {
  private int inside;
  private boolean closed;

  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Whether it was open until now. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /** Whether everybody left within the time. */
  synchronized boolean awaitEmpty(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (inside > 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
