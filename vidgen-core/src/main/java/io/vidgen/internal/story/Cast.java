package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import java.util.List;
import java.util.Optional;

/** Who appears in which scene, and their pictures. */
interface Cast {

  /**
   * Who appears in a scene.
   *
   * @param scene number of the scene, from 1
   * @return those whose names it mentions, the most important first; the story's first when it
   *     mentions none; empty for a story without characters
   */
  List<Character> in(int scene);

  /**
   * Asks for the reference pictures of a scene's characters.
   *
   * @param scene number of the scene, from 1
   * @param port where to ask
   * @return the best picture of each first; none for a scene without characters; empty while one is
   *     drawn
   */
  Optional<List<Artifact>> references(int scene, StepPort port);

  /**
   * Asks for as many of them as a provider takes; for none of them if it takes none.
   *
   * @param scene number of the scene, from 1
   * @param most how many it takes
   * @param port where to ask
   * @return the best picture of each first; empty while one is drawn
   */
  default Optional<List<Artifact>> references(int scene, int most, StepPort port) {
    return most == 0
        ? Optional.of(List.of())
        : references(scene, port).map(all -> all.subList(0, Math.min(most, all.size())));
  }
}
