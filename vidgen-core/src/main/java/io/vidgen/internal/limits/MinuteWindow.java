package io.vidgen.internal.limits;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * Requests of the last minute. Counts each one by itself and not by a rate: vendors differ in
 * whether they count in minutes or by the second, and no 60 seconds may hold more than the limit.
 */
final class MinuteWindow {
  /** A second more than the vendor's minute, since not every request takes as long to get there. */
  static final long LENGTH = Duration.ofSeconds(61).toNanos();

  /** When each of them counts no more; nanoseconds. */
  private final PriorityQueue<Long> ends = new PriorityQueue<>();

  private int limit;

  /** Sets how many there may be; 0 for any number. */
  void limit(int requests) {
    limit = requests;
  }

  /** How long until there may be one more; zero when there may be one now. */
  long delay(long now) {
    return left(now) > 0 ? 0 : ends.element() - now;
  }

  int left(long now) {
    if (limit == 0) {
      return Integer.MAX_VALUE;
    }
    forgetPast(now);
    return Math.max(0, limit - ends.size());
  }

  private void forgetPast(long now) {
    while (!ends.isEmpty() && ends.element() <= now) {
      ends.remove();
    }
  }

  /** Counts one, even if there may be any number; returns when it counts no more. */
  long count(long now) {
    forgetPast(now);
    long end = now + LENGTH;
    ends.add(end);
    return end;
  }

  void giveBack(long end) {
    ends.remove(end);
  }

  /** Others use the account too: there are no more left than the vendor says. */
  void atMost(int requests, long untilReset, long now) {
    for (int more = left(now) - requests; limit > 0 && more > 0; more--) {
      ends.add(now + Math.min(untilReset, LENGTH));
    }
  }
}
