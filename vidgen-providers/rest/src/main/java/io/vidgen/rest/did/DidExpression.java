package io.vidgen.rest.did;

/**
 * From when on a face looks how. An expression lasts until the next one.
 *
 * @param startFrame number of the frame, from 0
 * @param mood the expression
 * @param intensity 0 for none to 1 for the most
 */
public record DidExpression(int startFrame, Mood mood, double intensity) {

  /** Expressions that D-ID knows (document of 2026-04-10). */
  public enum Mood {
    /** None in particular. */
    NEUTRAL,
    /** Happy. */
    HAPPY,
    /** Serious. */
    SERIOUS,
    /** Surprised. */
    SURPRISE
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public DidExpression {
    if (startFrame < 0 || !(intensity >= 0 && intensity <= 1)) {
      throw new IllegalArgumentException(
          "an expression starts at frame 0 or later with an intensity of 0 to 1, not at "
              + startFrame
              + " with "
              + intensity);
    }
  }
}
