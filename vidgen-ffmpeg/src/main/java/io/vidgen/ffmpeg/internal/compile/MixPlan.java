package io.vidgen.ffmpeg.internal.compile;

import java.util.List;

/**
 * All sounds of a video.
 *
 * @param sounds the sounds that are heard within it
 * @param samples its length
 */
public record MixPlan(List<SoundPlan> sounds, long samples) {
  /** Samples a second of everything that is mixed. */
  public static final int RATE = 48_000;

  /** Copies the list. */
  public MixPlan {
    sounds = List.copyOf(sounds);
  }
}
