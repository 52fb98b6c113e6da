package io.vidgen.job;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Work under way. Safe for use by several threads.
 *
 * @param <R> what it ends with
 */
public interface RenderHandle<R> {

  /**
   * Its id, and later what the ids of its stored videos begin with.
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
   * What of it waits for its turn at a vendor whose account takes nothing more now.
   *
   * @return the events that told of it, oldest first; empty when nothing does
   */
  default List<RenderEvent.TurnAwaited> waiting() {
    return List.of();
  }

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
   * @return completes with what it ends with, or exceptionally with a {@link
   *     io.vidgen.error.VidgenException}
   */
  CompletionStage<R> completion();

  /**
   * Waits for the result as long as it takes.
   *
   * @return what it ends with
   * @throws io.vidgen.error.VidgenException if it failed, was cancelled or needs attention, or this
   *     thread was interrupted
   */
  R join();

  /**
   * Waits for the result for a while.
   *
   * @param limit how long
   * @return what it ends with; empty when it is not over by then
   * @throws io.vidgen.error.VidgenException as {@link #join()}
   */
  Optional<R> join(Duration limit);
}
