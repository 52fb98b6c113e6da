package io.vidgen.internal.video;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.spi.ProviderResult;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The steps of one job or plan. A flow is asked again after each step: what was made out once stays
 * as it is. Guarded by its job.
 */
public final class Memo {
  private final Map<StepKey, Step<?>> made = new HashMap<>(2);

  /** Nothing is made out yet. */
  public Memo() {}

  /**
   * A step, made out the first time.
   *
   * @param key its name
   * @param maker makes it out; its inputs are known
   * @param <R> class of its result
   * @return the step
   */
  public <R extends ProviderResult> Step<R> once(StepKey key, Supplier<Step<R>> maker) {
    @SuppressWarnings("unchecked") // a key stands for one kind of step
    var step = (Step<R>) made.get(key);
    if (step == null) {
      step = maker.get();
      made.put(key, step);
    }
    return step;
  }
}
