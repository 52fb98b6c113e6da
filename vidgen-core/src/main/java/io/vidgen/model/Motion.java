package io.vidgen.model;

/** How a still picture moves while it is shown, gently and over the whole time of its scene. */
public enum Motion {
  /** It does not move. */
  NONE,
  /** It slowly grows. */
  ZOOM_IN,
  /** It slowly shrinks. */
  ZOOM_OUT,
  /** The view wanders to the left. */
  PAN_LEFT,
  /** The view wanders to the right. */
  PAN_RIGHT,
  /** The view wanders up. */
  PAN_UP,
  /** The view wanders down. */
  PAN_DOWN
}
