package io.vidgen.model;

/** How a picture of another shape is fitted into the frame. */
public enum Fit {
  /** Whole picture visible; what is left is filled with a blurred copy of it. */
  BLURRED_FILL,
  /** Frame filled; what sticks out is cut off. */
  COVER,
  /** Whole picture visible on black. */
  CONTAIN
}
