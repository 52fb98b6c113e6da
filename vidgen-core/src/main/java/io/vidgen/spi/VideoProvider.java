package io.vidgen.spi;

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
}
