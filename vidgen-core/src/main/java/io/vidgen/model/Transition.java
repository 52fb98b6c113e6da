package io.vidgen.model;

/**
 * How one clip gives way to the next; it lies half before and half after their boundary.
 *
 * @param kind what it looks like
 * @param frames its length, even; 0 for a cut
 */
public record Transition(Kind kind, int frames) {
  /** A hard cut. */
  public static final Transition CUT = new Transition(Kind.CUT, 0);

  /** What a transition looks like. */
  public enum Kind {
    /** No transition. */
    CUT,
    /** One picture dissolves into the other. */
    FADE,
    /** The next picture pushes in from the right. */
    SLIDE
  }

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if the frames are odd, negative, or do not suit the kind
   */
  public Transition {
    if (frames < 0 || frames % 2 != 0 || (kind == Kind.CUT) != (frames == 0)) {
      throw new IllegalArgumentException(
          kind + " of " + frames + " frames: a cut has 0, all others an even number over 0");
    }
  }
}
