package io.vidgen.internal.engine;

import java.util.Optional;
import java.util.function.Supplier;

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

  /**
   * The same recipe before it was asked anything, for when results that it has used already are
   * replaced by others.
   *
   * @return itself by default
   */
  default Flow<T> anew() {
    return this;
  }

  /**
   * A recipe that can be begun anew.
   *
   * @param maker makes it each time
   * @param <T> what it ends with
   * @return the recipe
   */
  static <T> Flow<T> renewable(Supplier<Flow<T>> maker) {
    var flow = maker.get();
    return new Flow<>() {
      @Override
      public Optional<T> evaluate(StepPort port) {
        return flow.evaluate(port);
      }

      @Override
      public Flow<T> anew() {
        return renewable(maker);
      }
    };
  }
}
