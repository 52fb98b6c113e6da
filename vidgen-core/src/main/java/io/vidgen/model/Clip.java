package io.vidgen.model;

/**
 * A stretch of the picture track.
 *
 * @param visual what is seen
 * @param scene number of the scene it belongs to, from 1
 * @param frames its own length in frames, 1 or more, without what a transition borrows
 */
public record Clip(Visual visual, int scene, int frames) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if {@code frames} or {@code scene} is under 1
   */
  public Clip {
    if (frames < 1 || scene < 1) {
      throw new IllegalArgumentException(
          "scene " + scene + ", frames " + frames + ": both must be 1 or more");
    }
  }
}
