package io.vidgen.job;

/** How the clips of a story hang together. */
public enum Chaining {
  /** Each clip goes on from the one before it: one fluid video. */
  EXTENDED,
  /** Each clip ends with the picture that the next one begins with; all are made side by side. */
  INTERPOLATED,
  /** Clips of their own, joined by the story's transition and made side by side. */
  SEPARATE
}
