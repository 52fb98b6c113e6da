package io.vidgen.rest.internal.http;

import io.vidgen.model.RemoteOperation;
import java.time.Duration;
import java.time.Instant;

/**
 * When to ask for an operation: first when half of such jobs are usually done, then at growing
 * distances. Pure, and the same for every process that polls. Jitter comes from the operation's id,
 * so that jobs submitted together are not asked for together.
 *
 * @param typical how long half of the vendor's jobs take at most, more than zero
 */
public record PollSchedule(Duration typical) {
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration LATEST_FIRST = Duration.ofMinutes(5);

  /** A distance grows by this part of the time that has passed since the first poll. */
  private static final double GROWTH = 0.2;

  private static final double JITTER = 0.2;

  /**
   * Checks the time.
   *
   * @throws IllegalArgumentException if it is not more than zero
   */
  public PollSchedule {
    if (typical.isZero() || typical.isNegative()) {
      throw new IllegalArgumentException("a typical time must be more than zero, not " + typical);
    }
  }

  /**
   * When to poll first after a submit.
   *
   * @return the typical time, 100 ms to 5 min
   */
  public Duration first() {
    return clamp(typical, LEAST, LATEST_FIRST);
  }

  /**
   * When to poll again.
   *
   * @param operation the operation, still under way
   * @param now the time
   * @return the delay: up to the first poll when that is still ahead, else 3 s (or a quarter of the
   *     typical time, when that is less) growing to 15 s, a fifth more or less
   */
  public Duration after(RemoteOperation operation, Instant now) {
    var age = Duration.between(operation.submittedAt(), now);
    var late = age.minus(first());
    var shortest = clamp(typical.dividedBy(4), LEAST, SHORTEST);
    if (late.isNegative() && late.negated().compareTo(shortest) > 0) {
      return clamp(late.negated(), shortest, LATEST_FIRST);
    }
    double grown = (double) shortest.toMillis() + GROWTH * (double) Math.max(0, late.toMillis());
    double distance = Math.min(grown, (double) LONGEST.toMillis());
    return Duration.ofMillis(
        Math.round(distance * (1 + JITTER * spread(operation.id(), late.toSeconds()))));
  }

  /** A number from -1 to 1 that looks random and is always the same for an operation and time. */
  private static double spread(String id, long seconds) {
    long mixed = (id.hashCode() * 31L + seconds) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    mixed ^= mixed >>> 32;
    return (mixed & 0xffff) / 32767.5 - 1;
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0) {
      return least;
    }
    return value.compareTo(most) > 0 ? most : value;
  }
}
