package io.vidgen.internal.engine;

import io.vidgen.event.RenderEvent;
import java.time.Instant;

/** A run's wait for its turn at an account; over at the latest when the run begins. */
final class Line {
  private final String account;
  private final RenderEvent.Limit limit;
  private final int before;
  private final Instant since;
  private volatile boolean over;

  /**
   * A wait that begins.
   *
   * @param account at which
   * @param limit what is used up there
   * @param before how many go first
   * @param since when it begins
   */
  Line(String account, RenderEvent.Limit limit, int before, Instant since) {
    this.account = account;
    this.limit = limit;
    this.before = before;
    this.since = since;
  }

  RenderEvent.TurnAwaited event(String job, Step<?> step) {
    return new RenderEvent.TurnAwaited(job, step.info(), account, limit, before, since);
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
