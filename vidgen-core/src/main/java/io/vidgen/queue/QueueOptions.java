package io.vidgen.queue;

import io.vidgen.storage.VideoStorage;
import java.time.Duration;

/**
 * How a queue works.
 *
 * @param inFlight how many jobs are in flight at once at most, 1 to 10,000; default 100
 * @param maxWaiting how many jobs wait at most once all places in flight are taken, 1 to 1,000,000;
 *     default 10,000
 * @param life how long a result is kept, more than zero, at most ten years; default 24 h. A result
 *     that its storage keeps for a shorter time expires with it
 * @param cleanupInterval how often the queue cleans up on its own, by the system's clock, 1 s to a
 *     year; zero for never; default 10 min
 * @param drain how long closing the queue waits for jobs in flight before it cancels them, zero to
 *     an hour; default 10 s
 */
public record QueueOptions(
    int inFlight, int maxWaiting, Duration life, Duration cleanupInterval, Duration drain) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range; its message names the value
   */
  public QueueOptions {
    check("inFlight", inFlight, 10_000);
    check("maxWaiting", maxWaiting, 1_000_000);
    check("life", life, Duration.ofNanos(1), Duration.ofDays(3650));
    if (!cleanupInterval.isZero()) {
      check("cleanupInterval", cleanupInterval, Duration.ofSeconds(1), Duration.ofDays(365));
    }
    check("drain", drain, Duration.ZERO, Duration.ofHours(1));
  }

  /**
   * The default of everything: 100 in flight, 10,000 waiting, results for 24 h, a cleanup every 10
   * min, 10 s to drain.
   *
   * @return the options
   */
  public static QueueOptions ofDefaults() {
    return builder().build();
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts with other options.
   *
   * @param existing what to change
   * @return a builder
   */
  public static Builder builder(QueueOptions existing) {
    return new Builder()
        .inFlight(existing.inFlight)
        .maxWaiting(existing.maxWaiting)
        .life(existing.life)
        .cleanupInterval(existing.cleanupInterval)
        .drain(existing.drain);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ", not " + value);
    }
  }

  private static void check(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }

  /** Collects the options; not safe for use by several threads. */
  public static final class Builder {
    private int inFlight = 100;
    private int maxWaiting = 10_000;
    private Duration life = VideoStorage.DEFAULT_LIFE;
    private Duration cleanupInterval = Duration.ofMinutes(10);
    private Duration drain = Duration.ofSeconds(10);

    private Builder() {}

    /**
     * Sets how many jobs are in flight at once.
     *
     * @param jobs 1 to 10,000; default 100
     * @return this
     */
    public Builder inFlight(int jobs) {
      this.inFlight = jobs;
      return this;
    }

    /**
     * Sets how many jobs wait.
     *
     * @param jobs 1 to 1,000,000; default 10,000
     * @return this
     */
    public Builder maxWaiting(int jobs) {
      this.maxWaiting = jobs;
      return this;
    }

    /**
     * Sets how long results are kept.
     *
     * @param life more than zero, at most ten years; default 24 h
     * @return this
     */
    public Builder life(Duration life) {
      this.life = life;
      return this;
    }

    /**
     * Sets how often the queue cleans up on its own.
     *
     * @param interval 1 s to a year, zero for never; default 10 min
     * @return this
     */
    public Builder cleanupInterval(Duration interval) {
      this.cleanupInterval = interval;
      return this;
    }

    /**
     * Sets how long closing waits before it cancels.
     *
     * @param time zero to an hour; default 10 s
     * @return this
     */
    public Builder drain(Duration time) {
      this.drain = time;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     * @throws IllegalArgumentException if a value is out of range
     */
    public QueueOptions build() {
      return new QueueOptions(inFlight, maxWaiting, life, cleanupInterval, drain);
    }
  }
}
