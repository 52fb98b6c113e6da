package io.vidgen.model;

/** How the time of a word was found, from the most to the least trustworthy. */
public enum TimingSource {
  /** The voice reported the times that it synthesised with. */
  SYNTHESIS,
  /** A known text was aligned with the sound. */
  ALIGNED,
  /** A recogniser heard the word. */
  RECOGNISED,
  /** Spread over a measured stretch of sound by letters and punctuation. */
  INTERPOLATED,
  /** No sound was measured: the word is timed by reading speed. */
  READING_SPEED
}
