package io.vidgen.sandbox.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The requests that count still. Guarded by its desk. */
final class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Deque<Instant> ends = new ArrayDeque<>();

  /**
   * Counts a request if there is room for it.
   *
   * @param limit in a minute
   * @param refills whether requests come back one after the other; else each a minute after it was
   *     made
   * @param now when
   * @return what is left
   */
  LimitDesk.Count ask(int limit, boolean refills, Instant now) {
    while (!ends.isEmpty() && !ends.getFirst().isAfter(now)) {
      ends.removeFirst();
    }
    boolean room = ends.size() < limit;
    if (room) {
      var last = ends.peekLast();
      ends.addLast(
          refills ? (last == null ? now : last).plus(MINUTE.dividedBy(limit)) : now.plus(MINUTE));
    }
    return new LimitDesk.Count(
        !room,
        limit,
        limit - ends.size(),
        Duration.between(now, ends.getFirst()),
        Duration.between(now, ends.getLast()));
  }
}
