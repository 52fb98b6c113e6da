package io.vidgen.spi;

import io.vidgen.model.AudioClip;
import java.util.List;

/**
 * The sounds of a video.
 *
 * @param sounds all of them; may be empty for a silent video
 * @param frames length of the video
 * @param frameRate frames per second
 * @param loudness integrated loudness to reach, LUFS, -31 to -9; default -14
 * @param truePeak highest true peak allowed, dBTP, -9 to 0; default -1.5
 * @param fadeOut over how many of the last frames everything becomes silent, 0 to {@code frames};
 *     default 0
 */
public record MixRequest(
    List<AudioClip> sounds,
    int frames,
    int frameRate,
    double loudness,
    double truePeak,
    int fadeOut) {

  /** Loudness that platforms play at, LUFS. */
  public static final double LOUDNESS = -14;

  /** True peak that survives lossy encoding, dBTP. */
  public static final double TRUE_PEAK = -1.5;

  /**
   * Sounds that do not fade.
   *
   * @param sounds all of them; may be empty for a silent video
   * @param frames length of the video
   * @param frameRate frames per second
   * @param loudness integrated loudness to reach, LUFS
   * @param truePeak highest true peak allowed, dBTP
   */
  public MixRequest(
      List<AudioClip> sounds, int frames, int frameRate, double loudness, double truePeak) {
    this(sounds, frames, frameRate, loudness, truePeak, 0);
  }

  /**
   * Copies the list and checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public MixRequest {
    sounds = List.copyOf(sounds);
    if (!(loudness >= -31 && loudness <= -9) || !(truePeak >= -9 && truePeak <= 0)) {
      throw new IllegalArgumentException(
          "loudness must be -31 to -9 LUFS and true peak -9 to 0 dBTP, not "
              + loudness
              + " and "
              + truePeak);
    }
    if (fadeOut < 0 || fadeOut > frames) {
      throw new IllegalArgumentException(
          "the fade-out must be 0 to " + frames + " frames, not " + fadeOut);
    }
  }
}
