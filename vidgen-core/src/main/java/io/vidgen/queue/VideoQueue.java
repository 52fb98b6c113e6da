package io.vidgen.queue;

import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Renders many videos, a bounded number of them at once. A waiting job costs a row in a store and
 * no thread. Safe for use by several threads.
 *
 * <p>Jobs begin by priority, and in the order in which they came among equals. A job that is {@link
 * io.vidgen.job.JobState#WAITING_REMOTE} keeps its place in flight, since it may come back at any
 * moment; one that {@linkplain io.vidgen.job.JobState#NEEDS_ATTENTION needs attention} or is over
 * in another way gives it up.
 *
 * <p>Methods that read or write the store throw a {@link io.vidgen.error.VidgenException} when it
 * does not work.
 */
public interface VideoQueue extends AutoCloseable {

  /** The priority of a job unless somebody says otherwise. */
  int DEFAULT_PRIORITY = 0;

  /** The lowest priority. */
  int MIN_PRIORITY = -100;

  /** The highest priority. */
  int MAX_PRIORITY = 100;

  /** How many characters a client's key has at most. */
  int MAX_CLIENT_KEY = 200;

  /**
   * Queues a request with the default priority.
   *
   * @param request what to make
   * @return the job's id, which is later that of the stored video
   * @throws io.vidgen.error.VidgenException as {@link #submit(VideoRequest, String, int)}
   */
  default String submit(VideoRequest request) {
    return submit(request, null, DEFAULT_PRIORITY);
  }

  /**
   * Queues a request once, however often it is submitted under the same key, with the default
   * priority.
   *
   * @param request what to make
   * @param clientKey names the job, such as an order number; 1 to {@value #MAX_CLIENT_KEY}
   *     characters
   * @return the job's id; that of the job already known under this key if there is one
   * @throws io.vidgen.error.VidgenException as {@link #submit(VideoRequest, String, int)}
   */
  default String submit(VideoRequest request, String clientKey) {
    return submit(request, clientKey, DEFAULT_PRIORITY);
  }

  /**
   * Queues a request for somebody, with the default priority.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return the job's id, which is later that of the stored video
   * @throws io.vidgen.error.VidgenException as {@link #submit(VideoRequest, String, int)}
   */
  default String submit(VideoRequest request, RenderOptions options) {
    return submit(request, options, null, DEFAULT_PRIORITY);
  }

  /**
   * Queues a request for nobody in particular.
   *
   * @param request what to make
   * @param clientKey names the job, 1 to {@value #MAX_CLIENT_KEY} characters; null for a job of its
   *     own
   * @param priority {@value #MIN_PRIORITY} to {@value #MAX_PRIORITY}
   * @return the job's id, which is later that of the stored video
   * @throws io.vidgen.error.VidgenException as {@link #submit(VideoRequest, RenderOptions, String,
   *     int)}
   * @throws IllegalArgumentException if key or priority is out of range
   */
  default String submit(VideoRequest request, @Nullable String clientKey, int priority) {
    return submit(request, RenderOptions.DEFAULT, clientKey, priority);
  }

  /**
   * Queues a request. A key that is known already gives the job that came with it, whatever became
   * of it and whatever the new request says: a repetition after a lost answer costs nothing. To
   * make something anew, use another key. A key is forgotten together with its job, see {@link
   * #cleanup()}.
   *
   * @param request what to make
   * @param options for whom, and what it may cost; kept with the job
   * @param clientKey names the job, 1 to {@value #MAX_CLIENT_KEY} characters; null for a job of its
   *     own
   * @param priority {@value #MIN_PRIORITY} to {@value #MAX_PRIORITY}, higher begins earlier. Lower
   *     ones wait as long as there are higher ones
   * @return the job's id, which is later that of the stored video
   * @throws io.vidgen.error.VidgenException of kind {@code INVALID_REQUEST} if the request cannot
   *     be rendered, {@code QUOTA} if the queue or its store is full, {@code CANCELLED} if the
   *     queue is closed; nothing is queued then
   * @throws IllegalArgumentException if key or priority is out of range
   */
  String submit(
      VideoRequest request, RenderOptions options, @Nullable String clientKey, int priority);

  /**
   * Looks up a job.
   *
   * @param id its id
   * @return the job as it is now; empty when it is not known, or not any more
   */
  Optional<QueuedJob> find(String id);

  /**
   * The result of a job when it is there. Callbacks run on a thread of whoever ended the job: be
   * quick there, or use the {@code …Async} methods. What they throw hurts nobody.
   *
   * @param id its id
   * @return completes with the render, or exceptionally with a {@link
   *     io.vidgen.error.VidgenException}: why the job did not succeed, or of kind {@code EXPIRED}
   *     when its result or the job itself is not known any more
   */
  CompletionStage<Render> completion(String id);

  /**
   * Stops a job: one that waits at once, one in flight as {@link io.vidgen.job.RenderJob#cancel()}
   * does, so that it may take a moment and may even succeed.
   *
   * @param id its id
   * @return false when it was over already or is not known
   */
  boolean cancel(String id);

  /**
   * How the queue is doing.
   *
   * @return numbers that belong together
   */
  QueueStats stats();

  /**
   * Ends what has lived long enough, as the queue also does on its own from time to time. Results
   * whose life is over become {@link io.vidgen.job.JobState#EXPIRED} and their video is deleted
   * from the storage; their tombstones are forgotten after another life. Jobs without a result are
   * forgotten two lives after their end, also those that need attention: what is to be decided
   * there is in the ledger, and not forgotten.
   *
   * @return what was done
   */
  CleanupResult cleanup();

  /**
   * Begins no more jobs, gives those in flight the time of {@link QueueOptions#drain()} to end,
   * cancels the rest, and gives that at most ten seconds more. Jobs that wait are cancelled at
   * once, unless the store is {@linkplain JobStore#isDurable() durable}: there they, and those that
   * did not end in time, go on when a queue is opened over the same store. Looking up jobs works
   * afterwards too. The storage, the store and what renders are left open; close what renders after
   * its queue.
   *
   * <p>When the waiting thread is interrupted, it cancels at once and returns with its interrupt
   * flag set.
   */
  @Override
  void close();
}
