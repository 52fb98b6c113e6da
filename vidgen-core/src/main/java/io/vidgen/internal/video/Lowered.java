package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which scenes are made with less than was asked for.
 *
 * @param scenes with what each of them is made, by number from 1
 * @param begins scenes before which a chain of clips is cut, though the one before is made in the
 *     same way: their clips were bought as the first of a chain
 * @param notes what whoever renders should know of it
 */
public record Lowered(Map<Integer, Means> scenes, Set<Integer> begins, List<Problem> notes) {
  /** Everything as asked for. */
  public static final Lowered NONE = new Lowered(Map.of(), Set.of(), List.of());

  /** Copies the collections. */
  public Lowered {
    scenes = Map.copyOf(scenes);
    begins = Set.copyOf(begins);
    notes = List.copyOf(notes);
  }

  /**
   * Some scenes, without cuts and notes.
   *
   * @param scenes with what each is made, by number from 1
   * @return what is lowered
   */
  public static Lowered of(Map<Integer, Means> scenes) {
    return new Lowered(scenes, Set.of(), List.of());
  }

  /**
   * With what a scene is made.
   *
   * @param scene its number, from 1
   * @return {@link Means#ASKED} unless it is lowered
   */
  public Means of(int scene) {
    return scenes.getOrDefault(scene, Means.ASKED);
  }
}
