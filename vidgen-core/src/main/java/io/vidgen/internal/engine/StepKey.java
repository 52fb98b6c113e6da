package io.vidgen.internal.engine;

import io.vidgen.event.RenderEvent.StepInfo;

/**
 * Names a step inside a job.
 *
 * @param kind what kind of work
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param part tells apart several steps of one kind and scene; empty for the only one
 */
public record StepKey(String kind, int scene, String part) {

  /**
   * The only step of its kind for a scene.
   *
   * @param kind what kind of work
   * @param scene number of the scene
   * @return the key
   */
  public static StepKey scene(String kind, int scene) {
    return new StepKey(kind, scene, "");
  }

  /**
   * A step for the whole video.
   *
   * @param kind what kind of work
   * @return the key
   */
  public static StepKey video(String kind) {
    return new StepKey(kind, 0, "");
  }

  /**
   * The key as one word.
   *
   * @return such as {@code speech-2}
   */
  public String id() {
    return kind + (scene == 0 ? "" : "-" + scene) + (part.isEmpty() ? "" : "-" + part);
  }

  StepInfo info(String provider) {
    return new StepInfo(id(), kind, scene, provider);
  }
}
