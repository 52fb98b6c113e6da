package io.vidgen.spi;

/** How a voice sounds. */
public enum VoiceGender {
  /** A woman's or a girl's. */
  FEMALE,
  /** A man's or a boy's. */
  MALE,
  /** Neither, as its maker says; or no voice at all. */
  NEUTRAL,
  /** Nobody said. Such a voice never stands in for another, nor another for it, by itself. */
  UNKNOWN
}
