package io.vidgen.internal.engine;

import java.util.function.DoubleConsumer;

/** A job's interest in a step: hears its progress until it is withdrawn. */
final class Watcher {
  private final DoubleConsumer progress;
  private final Runnable atRest;
  private volatile boolean gone;

  /**
   * A job's interest.
   *
   * @param progress hears how far the step is
   * @param atRest returns when the job has heard whatever there was to hear
   */
  Watcher(DoubleConsumer progress, Runnable atRest) {
    this.progress = progress;
    this.atRest = atRest;
  }

  void progress(double fraction) {
    if (!gone) {
      progress.accept(fraction);
    }
  }

  void awaitHeard() {
    atRest.run();
  }

  void withdraw() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }
}
