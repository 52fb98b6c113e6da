package io.vidgen.internal.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How many calls an account seems to take in a minute, found out from refusals that say when to
 * come back: when that is a minute after the oldest call of this minute, those are as many as it
 * takes. Other refusals say nothing of the kind. By the gate's nanoseconds, and guarded by it.
 */
final class LearnedPace {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** By how much a vendor's clock and rounding, and the way there, may differ. */
  private static final long NEARLY = Duration.ofSeconds(3).toNanos();

  private static final long SOONEST = Duration.ofMinutes(2).toNanos();
  private static final long LATEST = Duration.ofHours(1).toNanos();

  private final Deque<Long> taken = new ArrayDeque<>();
  private int pace;
  private long patience = SOONEST;
  private long nextTry;

  /** Zero when nothing is known. */
  int perMinute() {
    return pace;
  }

  /** A call was taken; now and then one more is tried than before. */
  void accepted(long now) {
    forgetPast(now);
    taken.addLast(now);
    if (pace > 0 && now >= nextTry && taken.size() >= pace) {
      pace += Math.max(1, pace / 10);
      nextTry = now + patience;
    }
  }

  void refused(@Nullable Duration asked, long now) {
    forgetPast(now);
    var oldest = taken.peekFirst();
    if (asked == null || oldest == null || asked.compareTo(Duration.ofMinutes(2)) > 0) {
      return;
    }
    if (Math.abs(now + asked.toNanos() - oldest - MINUTE) <= NEARLY) {
      patience = pace == 0 ? SOONEST : Math.min(LATEST, 2 * patience);
      pace = taken.size();
      nextTry = now + patience;
    }
  }

  private void forgetPast(long now) {
    while (!taken.isEmpty() && taken.getFirst() <= now - MINUTE) {
      taken.removeFirst();
    }
  }
}
