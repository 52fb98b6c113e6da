package io.vidgen.subtitle;

/** Where captions stand; always between the safe zone's edges, centred from left to right. */
public enum CaptionPosition {
  /** At the upper edge of the safe area. */
  TOP,
  /** In the middle of the frame. */
  MIDDLE,
  /** At the lower edge of the safe area. */
  BOTTOM
}
