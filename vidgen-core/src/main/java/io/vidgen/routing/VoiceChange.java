package io.vidgen.routing;

/** What becomes of earlier scenes when another provider's voice has to go on with a video. */
public enum VoiceChange {
  /** They keep their voice: the video has one voice up to a scene and another from there on. */
  KEEP,
  /** They are spoken anew, and paid for again, so that the whole video has one voice. */
  REDO_ALL
}
