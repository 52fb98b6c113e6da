package io.vidgen.job;

/** How a scene of a story is made. */
public enum Shoot {
  /** A video provider's clip with its own sound. */
  CLIP,
  /** A voice over a moving picture, as in a narrated video. */
  NARRATED,
  /** The scene's character speaks it as an avatar. */
  AVATAR
}
