package io.vidgen.google.internal.script;

import io.vidgen.model.Scene;
import java.util.List;

/**
 * A script as it was answered, rules kept or not.
 *
 * @param title the title, may be empty
 * @param scenes the scenes, may be none
 */
record Draft(String title, List<Scene> scenes) {

  Draft {
    scenes = List.copyOf(scenes);
  }

  /** Whether a scene neither says nor shows anything. */
  static boolean isEmpty(Scene scene) {
    return scene.dialogue().isEmpty() && scene.visual().isBlank();
  }
}
