package io.vidgen.internal.video;

import io.vidgen.model.Visual;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.CaptionTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of video whose voice and words are known.
 *
 * @param place where it belongs
 * @param frames its length
 * @param sound its voice, null when nobody speaks
 * @param words its shown words, from the start of the shot
 * @param captions the same as cues
 * @param visual its picture, null while that is still made
 * @param inSync whether lips move in the picture, so that it must never begin early
 */
public record Shot(
    Place place,
    int frames,
    @Nullable Sound sound,
    List<WordTiming> words,
    CaptionTrack captions,
    @Nullable Visual visual,
    boolean inSync) {

  /** Copies the list. */
  public Shot {
    words = List.copyOf(words);
  }

  /**
   * The same with another voice.
   *
   * @param other what is heard
   * @return the new shot
   */
  public Shot heard(Sound other) {
    return new Shot(place, frames, other, words, captions, visual, inSync);
  }
}
