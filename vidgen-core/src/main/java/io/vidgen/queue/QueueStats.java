package io.vidgen.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queue is doing: how many of the jobs that it knows are in each state, and times since it
 * was opened. Each job is in exactly one of the eight counts.
 *
 * @param waiting jobs that have not begun
 * @param running jobs in flight of which something runs here
 * @param waitingRemote jobs in flight of which everything left runs at vendors
 * @param needsAttention jobs that a person has to decide about
 * @param succeeded jobs with a result
 * @param failed jobs that failed
 * @param cancelled jobs that were cancelled
 * @param expired jobs whose result is gone
 * @param capacity how many jobs may be in flight
 * @param averageWait from being queued to the beginning, mean of all that began; zero when none did
 * @param maxWait the longest such time
 * @param averageRun from the beginning to the end, mean of all that began and ended, however they
 *     ended; zero when none did
 * @param maxRun the longest such time
 * @param oldestWaiting when the job that has waited longest was queued, null when none waits
 */
public record QueueStats(
    int waiting,
    int running,
    int waitingRemote,
    int needsAttention,
    int succeeded,
    int failed,
    int cancelled,
    int expired,
    int capacity,
    Duration averageWait,
    Duration maxWait,
    Duration averageRun,
    Duration maxRun,
    @Nullable Instant oldestWaiting) {

  /**
   * How many jobs are in flight.
   *
   * @return those that run and those that wait for vendors
   */
  public int inFlight() {
    return running + waitingRemote;
  }

  /**
   * How many jobs the queue knows.
   *
   * @return the sum of all states
   */
  public int total() {
    return waiting + inFlight() + needsAttention + succeeded + failed + cancelled + expired;
  }
}
