package io.vidgen.job;

import io.vidgen.error.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A render under way. Safe for use by several threads. */
public interface RenderJob {

  /**
   * Its id, and later that of the stored video.
   *
   * @return a UUID
   */
  String id();

  /**
   * How far it is.
   *
   * @return its state
   */
  JobState state();

  /**
   * How far it is, in numbers.
   *
   * @return 0 to 1, never less than before
   */
  double progress();

  /**
   * Why it did not succeed.
   *
   * @return the failure; empty unless it failed, was cancelled or needs attention
   */
  Optional<Failure> failure();

  /**
   * Stops it. What runs here and nobody else wants is stopped; a paid call that was sent is seen
   * through and recorded, and an operation at a vendor goes on, so that the next render finds what
   * was paid for.
   *
   * @return false when it was over already, or is being stored
   */
  boolean cancel();

  /**
   * The result when it is there.
   *
   * @return completes with the render, or exceptionally with a {@link
   *     io.vidgen.error.VidgenException}
   */
  CompletionStage<Render> completion();

  /**
   * Waits for the result as long as it takes.
   *
   * @return the finished video
   * @throws io.vidgen.error.VidgenException if it failed, was cancelled or needs attention, or this
   *     thread was interrupted
   */
  Render join();

  /**
   * Waits for the result for a while.
   *
   * @param limit how long
   * @return the finished video; empty when it is not over by then
   * @throws io.vidgen.error.VidgenException as {@link #join()}
   */
  Optional<Render> join(Duration limit);
}
