package io.vidgen.queue;

import io.vidgen.job.JobState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs a store holds.
 *
 * @param jobs how many by state; a state without jobs may be missing
 * @param oldestWaiting the earliest time of submission of the queued jobs, null when there is none
 */
public record JobCounts(Map<JobState, Integer> jobs, @Nullable Instant oldestWaiting) {

  /** Copies the map. */
  public JobCounts {
    jobs = Map.copyOf(jobs);
  }

  /**
   * How many jobs are in a state.
   *
   * @param state the state
   * @return the number, 0 or more
   */
  public int of(JobState state) {
    return jobs.getOrDefault(state, 0);
  }
}
