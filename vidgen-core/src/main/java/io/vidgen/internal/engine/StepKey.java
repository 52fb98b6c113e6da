package io.vidgen.internal.engine;

import io.vidgen.event.RenderEvent.StepInfo;

/**
 * Names a step inside a job.
 *
 * @param kind what kind of work
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param part tells apart several steps of one kind and scene; empty for the only one
 * @param deliverable for which of several videos it is; empty for the only one
 */
public record StepKey(String kind, int scene, String part, String deliverable) {

  /**
   * A step of the only video.
   *
   * @param kind what kind of work
   * @param scene number of the scene, from 1; 0 for the whole video
   * @param part tells apart several steps of one kind and scene; empty for the only one
   */
  public StepKey(String kind, int scene, String part) {
    this(kind, scene, part, "");
  }

  /**
   * The same step of one of several videos.
   *
   * @param name name of the video
   * @return the key
   */
  public StepKey of(String name) {
    return new StepKey(kind, scene, part, name);
  }

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
   * @return such as {@code speech-2}, or {@code square/speech-2} of one of several videos
   */
  public String id() {
    return (deliverable.isEmpty() ? "" : deliverable + "/")
        + kind
        + (scene == 0 ? "" : "-" + scene)
        + (part.isEmpty() ? "" : "-" + part);
  }

  StepInfo info(String provider) {
    return new StepInfo(id(), kind, scene, provider);
  }
}
