package io.vidgen.internal.video;

import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a story was made in the end, for its manifest.
 *
 * @param chaining how its clips hang together
 * @param scenes its scenes by number, from 1
 */
public record StoryNote(Chaining chaining, Map<Integer, SceneNote> scenes) {

  /** Copies the map. */
  public StoryNote {
    scenes = Map.copyOf(scenes);
  }

  /** How much of a story is only drafted. */
  public enum Drafted {
    /** Nothing: the video is finished. */
    NOTHING,
    /** Some scenes; others were promoted. */
    PART,
    /** Every scene. */
    ALL
  }

  /**
   * How much of it is only drafted.
   *
   * @return what the drafts of its scenes come to
   */
  public Drafted drafted() {
    long drafts = scenes.values().stream().filter(SceneNote::draft).count();
    return drafts == 0 ? Drafted.NOTHING : drafts < scenes.size() ? Drafted.PART : Drafted.ALL;
  }

  /** How a clip knew what a character looks like. */
  public enum Kept {
    /** By a reference picture. */
    PICTURE,
    /** By the pictures between which it was made. */
    FRAMES,
    /** By the clip before it, from which it goes on. */
    CLIP_BEFORE,
    /** By words alone. */
    WORDS
  }

  /**
   * How a scene was made.
   *
   * @param shoot in which way, or in which way it will be when it is a draft
   * @param draft whether it is only drafted
   * @param clips how many clips it has; 0 for a scene that is no clip
   * @param characters who appears
   */
  public record SceneNote(Shoot shoot, boolean draft, int clips, List<CharacterNote> characters) {

    /** Copies the list. */
    public SceneNote {
      characters = List.copyOf(characters);
    }
  }

  /**
   * Who appears.
   *
   * @param id id of the character
   * @param name its name
   * @param kept how its clips knew what it looks like, in all of them; null when nothing was filmed
   */
  public record CharacterNote(String id, String name, @Nullable Set<Kept> kept) {}
}
