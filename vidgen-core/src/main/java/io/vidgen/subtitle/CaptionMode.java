package io.vidgen.subtitle;

/** How the word that is being spoken is shown. */
public enum CaptionMode {
  /** Exactly the word being spoken is in the highlight colour. */
  HIGHLIGHT,
  /** The highlight colour sweeps over each word as it is spoken, and stays. */
  FILL,
  /** The word being spoken grows and is in the highlight colour. */
  POP,
  /** All words look the same. */
  PLAIN
}
