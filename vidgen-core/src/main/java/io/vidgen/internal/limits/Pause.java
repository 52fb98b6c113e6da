package io.vidgen.internal.limits;

import java.time.Duration;

/**
 * How long nothing is sent because the vendor said so, and since when it has taken nothing. By the
 * gate's nanoseconds, and guarded by it.
 */
final class Pause {
  /** What a vendor asks for beyond is its mistake, or a quota and no pace. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final long NEVER = Long.MAX_VALUE;

  private long until;
  private long refusingSince = NEVER;
  private boolean news;

  /** The vendor wants to be left alone. */
  void ask(Duration time, long now) {
    long end = now + (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
    if (end > until) {
      until = end;
      news = true;
    }
  }

  /** The same, because a call was too much. */
  void refused(Duration time, long now) {
    if (refusingSince == NEVER) {
      refusingSince = now;
    }
    news = true;
    ask(time, now);
  }

  /** It takes calls again. */
  void accepted() {
    refusingSince = NEVER;
  }

  long until() {
    return until;
  }

  Duration left(long now) {
    return Duration.ofNanos(Math.max(0, until - now));
  }

  /** Whether those who wait should be asked once more whether they do. */
  boolean hasNews() {
    boolean had = news;
    news = false;
    return had;
  }

  /**
   * How long a turn will have waited for a vendor that took nothing when the pause is over. What it
   * waited while others were served does not count.
   */
  Duration held(Turn turn, long now) {
    long from = Math.min(now, Math.max(refusingSince, turn.asked));
    return Duration.ofNanos(Math.max(0, until - from));
  }

  boolean isTooLong(Turn turn, long now) {
    return until > now && turn.isTooLate(turn.isReplaceable() ? held(turn, now) : left(now));
  }
}
