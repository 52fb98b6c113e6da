package io.vidgen.sandbox.internal.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends when the sandbox closes. Real time, whatever the sandbox's clock says. */
final class Waits {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Waits; cuts the connection when the sandbox closes meanwhile. */
  void pause(Duration time) throws InterruptedException {
    var limit = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    if (closed.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new CutException();
    }
  }

  void close() {
    closed.countDown();
  }
}
