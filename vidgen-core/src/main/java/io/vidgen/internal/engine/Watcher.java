package io.vidgen.internal.engine;

/** A job's interest in a step: hears of its run until it is withdrawn. */
final class Watcher {
  private final Ear ear;
  private volatile boolean gone;

  /** What a run says while it goes on. */
  interface Ear {
    void progress(double fraction);

    /** It does not begin yet; said late, the wait may be over by now. */
    void waits(Line line);

    /** It begins now, after a wait. */
    void turnCame();
  }

  Watcher(Ear ear) {
    this.ear = ear;
  }

  void progress(double fraction) {
    if (!gone) {
      ear.progress(fraction);
    }
  }

  void waits(Line line) {
    if (!gone) {
      ear.waits(line);
    }
  }

  void turnCame() {
    if (!gone) {
      ear.turnCame();
    }
  }

  void withdraw() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }
}
