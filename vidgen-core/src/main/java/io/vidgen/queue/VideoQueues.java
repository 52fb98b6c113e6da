package io.vidgen.queue;

import io.vidgen.storage.VideoStorage;
import java.time.InstantSource;

/**
 * The queues that need no service. Most applications get theirs from {@code VideoPipeline.queue}.
 */
public final class VideoQueues {
  private VideoQueues() {}

  /**
   * A queue that ends with the process.
   *
   * @param runner renders
   * @param storage where the runner's videos are, so that they are deleted when their life is over;
   *     stays open
   * @param options how it works
   * @return an empty queue
   */
  public static VideoQueue inMemory(JobRunner runner, VideoStorage storage, QueueOptions options) {
    return inMemory(runner, storage, options, InstantSource.system());
  }

  /**
   * A queue that ends with the process, by a clock of its own.
   *
   * @param runner renders
   * @param storage where the runner's videos are, so that they are deleted when their life is over;
   *     stays open
   * @param options how it works
   * @param clock says when a job was queued, began and ended, and whether its life is over
   * @return an empty queue
   */
  public static VideoQueue inMemory(
      JobRunner runner, VideoStorage storage, QueueOptions options, InstantSource clock) {
    return over(JobStores.inMemory(), runner, storage, options, clock);
  }

  /**
   * A queue over a store from which only this queue runs jobs. Jobs that were in flight when the
   * store was last used are queued again, in their old turn: steps that were done are found in the
   * ledger and not paid again.
   *
   * @param store holds the jobs; stays open
   * @param runner renders
   * @param storage where the runner's videos are, so that they are deleted when their life is over;
   *     stays open
   * @param options how it works
   * @param clock says when a job was queued, began and ended, and whether its life is over
   * @return a queue with the jobs of the store
   * @throws io.vidgen.error.VidgenException if the store does not work
   */
  public static VideoQueue over(
      JobStore store,
      JobRunner runner,
      VideoStorage storage,
      QueueOptions options,
      InstantSource clock) {
    return LocalQueue.open(store, runner, storage, options, clock);
  }
}
