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

    /** Returns when there is nothing that was said and not heard. */
    void atRest();

    /** Whether its job is given up, and only not through with leaving its steps. */
    boolean isGivenUp();
  }

  Watcher(Ear ear) {
    this.ear = ear;
  }

  void progress(double fraction) {
    if (!isGone()) {
      ear.progress(fraction);
    }
  }

  void waits(Line line) {
    if (!isGone()) {
      ear.waits(line);
    }
  }

  void turnCame() {
    if (!isGone()) {
      ear.turnCame();
    }
  }

  void awaitHeard() {
    ear.atRest();
  }

  void withdraw() {
    gone = true;
  }

  boolean isGone() {
    return gone || ear.isGivenUp();
  }
}
