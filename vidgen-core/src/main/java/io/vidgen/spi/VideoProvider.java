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
}
