package io.vidgen.internal.engine;

import java.util.function.DoubleConsumer;

/** A job's interest in a step: hears its progress until it is withdrawn. */
final class Watcher {
  private final DoubleConsumer progress;
  private volatile boolean gone;

  Watcher(DoubleConsumer progress) {
    this.progress = progress;
  }

  void progress(double fraction) {
    if (!gone) {
      progress.accept(fraction);
    }
  }

  void withdraw() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }
}
