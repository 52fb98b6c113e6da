package io.vidgen.internal.engine;

import java.util.Optional;

/**
 * The recipe of a video as a function: asked again whenever a step is done, it asks for every step
 * whose inputs are there. It does nothing itself and gives equal answers to equal results, so
 * planning, rendering and resuming are the same function with another {@link StepPort}.
 *
 * @param <T> what it ends with
 */
@FunctionalInterface
public interface Flow<T> {

  /**
   * Asks for steps.
   *
   * @param port where to ask
   * @return the end result; empty while steps are missing
   */
  Optional<T> evaluate(StepPort port);
}
