package io.vidgen.job;

/** What is done when a video provider refuses a clip for its content. */
public enum FilterAnswer {
  /** The same is asked once more: filters of sound are known to let the same prompt pass then. */
  ASK_AGAIN,
  /** The script provider writes the scene anew, milder, and that is asked. */
  SOFTEN,
  /** The clip is asked for without speech, and a speech provider speaks the scene. */
  OWN_VOICE,
  /** The next video provider is asked. */
  NEXT_PROVIDER
}
