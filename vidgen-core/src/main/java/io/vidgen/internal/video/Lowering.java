package io.vidgen.internal.video;

import io.vidgen.model.Script;

/** Decides which scenes are made with less than was asked for, once the script is known. */
@FunctionalInterface
public interface Lowering {
  /** Nothing is. */
  Lowering NONE = script -> Lowered.NONE;

  /**
   * Decides; asked once for a job or plan and script.
   *
   * @param script what is told; where a theme's is not written yet, what stands in for it
   * @return what is lowered
   */
  Lowered of(Script script);
}
