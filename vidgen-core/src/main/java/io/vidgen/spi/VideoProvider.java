package io.vidgen.spi;

import java.util.List;

/** Makes a moving picture. */
public interface VideoProvider extends Provider<ClipRequest, ClipResult> {

  /**
   * What clips it can make.
   *
   * @return the limits; {@link ClipLimits#PLAIN} by default
   */
  default ClipLimits limits() {
    return ClipLimits.PLAIN;
  }

  /**
   * What would let it extend videos, when its {@link #limits} say that it cannot now: for a plan
   * that finds nobody who can.
   *
   * @return a sentence for a person, such as which setting is missing; empty, the default, when
   *     nothing would
   */
  default String extensionRemedy() {
    return "";
  }

  /**
   * The same provider with cheaper models, for a render that is to stay within a budget. Each has
   * the same id and another {@link #model}, and a price, limits and capabilities of its own.
   *
   * @return the dearest first, all of them cheaper than this one; empty, the default, when there
   *     are none
   */
  default List<VideoProvider> tiers() {
    return List.of();
  }
}
