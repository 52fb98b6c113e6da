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
}
