package io.vidgen.sandbox.internal.google;

import java.util.List;

/**
 * A script.
 *
 * @param title its title
 * @param theme what it is about
 * @param language code
 * @param scenes in order
 */
record Story(String title, String theme, String language, List<Scene> scenes) {

  /** Copies the list. */
  Story {
    scenes = List.copyOf(scenes);
  }

  /**
   * One scene.
   *
   * @param heading a few words
   * @param speaker who speaks
   * @param direction how, in a few words
   * @param words what is said, short enough for a clip
   * @param visual what is seen
   * @param sound what is heard besides
   * @param clips how many clips it takes
   */
  record Scene(
      String heading,
      String speaker,
      String direction,
      String words,
      String visual,
      String sound,
      int clips) {}
}
