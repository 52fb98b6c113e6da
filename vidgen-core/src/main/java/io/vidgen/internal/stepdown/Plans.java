package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Lowered;
import io.vidgen.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes plans of one request and holds them against its budgets. */
public interface Plans {

  /**
   * Plans.
   *
   * @param lowered which scenes are made with less
   * @return the plan
   */
  Planned plan(Lowered lowered);

  /**
   * Whether a plan keeps every limit, if need be after waiting for room in a window.
   *
   * @param planned a plan
   * @return true if nothing is over a limit
   */
  boolean fits(Planned planned);

  /**
   * Whether a limit holds against which something cannot be held: nobody knows its price, or not in
   * the limit's currency. Cheaper ways do not mend that.
   *
   * @param planned a plan
   * @return true if so
   */
  boolean isUnpriced(Planned planned);

  /**
   * By how much a plan is over its limits.
   *
   * @param planned a plan
   * @return the amount that has to be saved, as far as one can be named; null when it cannot, or
   *     nothing is over a limit
   */
  @Nullable Money excess(Planned planned);
}
