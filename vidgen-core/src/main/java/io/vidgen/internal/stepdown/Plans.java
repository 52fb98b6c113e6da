package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Lowered;

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
}
