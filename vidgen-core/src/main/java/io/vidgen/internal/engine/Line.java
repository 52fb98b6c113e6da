package io.vidgen.internal.engine;

import io.vidgen.event.RenderEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A run's wait for its turn at an account; over at the latest when the run begins. */
final class Line {
  private final String account;
  private final RenderEvent.Limit limit;
  private final int before;
  private final InstantSource clock;
  private final Instant since;
  private volatile boolean over;

  /**
   * A wait that begins.
   *
   * @param account at which
   * @param limit what is used up there
   * @param before how many go first
   * @param clock says since when, and how long
   */
  Line(String account, RenderEvent.Limit limit, int before, InstantSource clock) {
    this.account = account;
    this.limit = limit;
    this.before = before;
    this.clock = clock;
    this.since = clock.instant();
  }

  RenderEvent.TurnAwaited event(String job, Step<?> step) {
    return new RenderEvent.TurnAwaited(job, step.info(), account, limit, before, since);
  }

  Duration waited() {
    var now = clock.instant();
    return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
