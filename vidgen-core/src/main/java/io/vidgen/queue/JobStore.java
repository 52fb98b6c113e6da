package io.vidgen.queue;

import io.vidgen.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds jobs and when they run, and nothing else: steps and money are in the {@link
 * io.vidgen.ledger.Ledger}. Every write is compare-and-set, so of two writers that saw the same
 * state one is refused. Safe for use by several threads.
 *
 * <p>Every method throws a {@link io.vidgen.error.VidgenException} when the store cannot be read or
 * written; nothing has changed then.
 */
public interface JobStore extends AutoCloseable {

  /**
   * Looks up a job.
   *
   * @param id its id
   * @return its newest record; empty when there is none
   */
  Optional<JobRecord> find(String id);

  /**
   * Looks up a job by what its client calls it.
   *
   * @param clientKey the key
   * @return its newest record; empty when there is none
   */
  Optional<JobRecord> findByClientKey(String clientKey);

  /**
   * Jobs in a state, as a queue takes them: higher priority first, and among equals in the order in
   * which they were added.
   *
   * @param state the state
   * @param most how many at most, from 1
   * @return their newest records
   */
  List<JobRecord> inState(JobState state, int most);

  /**
   * Jobs that a cleanup has to look at.
   *
   * @param now the time to compare with
   * @param most how many at most, from 1
   * @return their newest records, those whose {@code dueAt} is not after {@code now}, earliest
   *     first
   */
  List<JobRecord> due(Instant now, int most);

  /**
   * Counts.
   *
   * @return numbers of one moment
   */
  JobCounts counts();

  /**
   * Adds a job unless there is one with the same client key. Of several that add the same key at
   * once, one wins.
   *
   * @param first a record of version 1
   * @return the given record when it was added, else the newest one of the job with that client key
   * @throws io.vidgen.ledger.StaleWriteException if the version is not 1 or the id is taken
   * @throws io.vidgen.error.VidgenException of kind {@code QUOTA} if the store is full
   */
  JobRecord add(JobRecord first);

  /**
   * Replaces the record of a job.
   *
   * @param next the record; its version is one more than the current one's
   * @throws io.vidgen.ledger.StaleWriteException if it is not, or there is no such job
   */
  void write(JobRecord next);

  /**
   * Forgets a job and its client key.
   *
   * @param seen its newest record
   * @throws io.vidgen.ledger.StaleWriteException if there is a newer one, or no such job
   */
  void remove(JobRecord seen);

  /**
   * Whether what is written outlives the process.
   *
   * @return true if so
   */
  boolean isDurable();

  /** Lets go of files, connections and locks. */
  @Override
  void close();
}
