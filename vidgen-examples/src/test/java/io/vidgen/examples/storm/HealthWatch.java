package io.vidgen.examples.storm;

import io.vidgen.VideoPipeline;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Looks at {@link VideoPipeline#health()} all the time, and counts who begins and ends a rest. */
final class HealthWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(5);

  private final VideoPipeline pipeline;
  private final Thread thread = new Thread(this::watch, "health-watch");
  private final Set<String> resting = new HashSet<>();
  private int opened;
  private int closed;
  private volatile boolean over;

  HealthWatch(VideoPipeline pipeline) {
    this.pipeline = pipeline;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!over) {
      look();
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private synchronized void look() {
    for (var health : pipeline.health()) {
      var who = health.kind() + " by " + health.provider();
      if (health.resting() && resting.add(who)) {
        opened++;
      } else if (!health.resting() && resting.remove(who)) {
        closed++;
      }
    }
  }

  synchronized int opened() {
    return opened;
  }

  synchronized int closed() {
    return closed;
  }

  @Override
  public void close() {
    over = true;
  }
}
