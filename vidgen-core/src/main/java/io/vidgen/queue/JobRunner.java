package io.vidgen.queue;

import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;

/** Renders what a queue hands out. Safe for use by several threads. */
@FunctionalInterface
public interface JobRunner {

  /**
   * Begins a job and returns as soon as it runs by itself. Several jobs are begun side by side, on
   * the queue's threads: one for each processor, and one more for each job whose {@link
   * io.vidgen.job.Overrun#ask} may take long. It has its place in flight meanwhile; when it is
   * cancelled, what this returns is cancelled. After a crash a queue over a durable store hands a
   * job out again under the same id.
   *
   * @param id id of the job, to be that of the stored video
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return the job, whose completion is certain to come
   * @throws RuntimeException if it cannot begin: this job fails then, and no other
   */
  RenderJob start(String id, VideoRequest request, RenderOptions options);

  /**
   * Finds out whether a request can be rendered, before it is queued. Does nothing by default.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @throws io.vidgen.error.VidgenException if it cannot be
   */
  default void check(VideoRequest request, RenderOptions options) {}
}
