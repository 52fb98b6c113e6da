package io.vidgen.ffmpeg.internal.compile;

import java.util.List;

/**
 * All sounds of a video.
 *
 * @param sounds the sounds that are heard within it
 * @param samples its length
 * @param fadeOut over how many of the last samples everything becomes silent
 */
public record MixPlan(List<SoundPlan> sounds, long samples, long fadeOut) {
  /** Samples a second of everything that is mixed. */
  public static final int RATE = 48_000;

  /** Sounds that do not fade. */
  MixPlan(List<SoundPlan> sounds, long samples) {
    this(sounds, samples, 0);
  }

  /** Copies the list. */
  public MixPlan {
    sounds = List.copyOf(sounds);
  }
}
