package io.vidgen.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mean and greatest of some times. Safe for use by several threads. */
final class QueueTally {
  private long count;
  private Duration sum = Duration.ZERO;
  private Duration max = Duration.ZERO;

  /** Times as others see them: both of one moment. */
  record Times(Duration average, Duration max) {}

  /** Adds the time between two moments; a clock that was set back counts as no time. */
  synchronized void add(@Nullable Instant from, Instant to) {
    var time = from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    count++;
    sum = sum.plus(time);
    max = time.compareTo(max) > 0 ? time : max;
  }

  synchronized Times times() {
    return new Times(count == 0 ? Duration.ZERO : sum.dividedBy(count), max);
  }
}
