package io.vidgen.model;

import java.time.Duration;

/**
 * A stretch of sound.
 *
 * @param source a file with sound
 * @param role what it is, which decides how it is mixed
 * @param start where on the timeline it begins
 * @param length how long it sounds at most; music shorter than this is repeated
 * @param gainDb louder or softer before mixing, in dB, -60 to 20; default 0
 */
public record AudioClip(
    Artifact source, Role role, Duration start, Duration length, double gainDb) {

  /** What a sound is for. */
  public enum Role {
    /** Speech: kept in front, everything else gives way to it. */
    VOICE,
    /** Background music: repeated to length and ducked under speech. */
    MUSIC,
    /** An effect or ambience. */
    EFFECT
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a time is negative or the gain out of range
   */
  public AudioClip {
    if (start.isNegative() || length.isNegative()) {
      throw new IllegalArgumentException("start and length of a sound must not be negative");
    }
    if (!(gainDb >= -60 && gainDb <= 20)) {
      throw new IllegalArgumentException("gain must be -60 to 20 dB, not " + gainDb);
    }
  }
}
