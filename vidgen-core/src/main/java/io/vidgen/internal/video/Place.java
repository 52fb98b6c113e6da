package io.vidgen.internal.video;

import io.vidgen.internal.engine.StepKey;

/**
 * Where in the video a shot belongs.
 *
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param part tells apart several shots of one scene; empty for the only one
 */
public record Place(int scene, String part) {
  /** The whole video. */
  public static final Place WHOLE = new Place(0, "");

  /**
   * The only shot of a scene.
   *
   * @param scene number of the scene, from 1
   * @return the place
   */
  public static Place scene(int scene) {
    return new Place(scene, "");
  }

  /**
   * Names a step here.
   *
   * @param kind what kind of work
   * @return its key
   */
  public StepKey key(String kind) {
    return new StepKey(kind, scene, part);
  }

  /**
   * Names one of several steps of a kind here.
   *
   * @param kind what kind of work
   * @param which tells them apart
   * @return its key
   */
  public StepKey key(String kind, String which) {
    return new StepKey(kind, scene, part.isEmpty() ? which : part + "-" + which);
  }
}
