package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step that a job can do without.
 *
 * @param result its result; empty while it is missing, and for good when it failed
 * @param failure why there will be no result in this job, null while there may be one
 * @param <R> class of the result
 */
public record Attempt<R>(Optional<R> result, @Nullable Failure failure) {

  /**
   * Not done yet.
   *
   * @param <R> class of the result
   * @return neither result nor failure
   */
  public static <R> Attempt<R> pending() {
    return new Attempt<>(Optional.empty(), null);
  }

  /**
   * Whether something may still come of it.
   *
   * @return true if there is neither result nor failure
   */
  public boolean isPending() {
    return result.isEmpty() && failure == null;
  }
}
