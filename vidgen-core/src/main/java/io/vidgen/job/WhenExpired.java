package io.vidgen.job;

/** What is done when a clip cannot be extended because its vendor has deleted it by now. */
public enum WhenExpired {
  /** The plan and the render say so, before anything is paid. */
  FAIL,
  /** A new chain begins with the last frame of the clip, which is kept here. */
  LAST_FRAME
}
