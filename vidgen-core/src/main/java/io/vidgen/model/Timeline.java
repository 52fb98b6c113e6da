package io.vidgen.model;

import java.time.Duration;
import java.util.List;

/**
 * Everything seen and heard, on one grid of frames, independent of who renders it.
 *
 * @param format size of the picture
 * @param frameRate frames per second, 1 to 120; default 30
 * @param clips the picture track: back to back, at least one
 * @param transitions what happens at each boundary between two clips: one fewer than clips
 * @param sounds the sound tracks, in any order
 * @param words what is said and captioned, in time order, from the start of the video
 */
public record Timeline(
    VideoFormat format,
    int frameRate,
    List<Clip> clips,
    List<Transition> transitions,
    List<AudioClip> sounds,
    List<WordTiming> words) {

  /** Frames per second of everything that the library renders. */
  public static final int FRAME_RATE = 30;

  /**
   * Copies the lists and checks that they fit together.
   *
   * @throws IllegalArgumentException if the numbers do not match, or a transition is longer than
   *     half of a clip beside it
   */
  public Timeline {
    clips = List.copyOf(clips);
    transitions = List.copyOf(transitions);
    sounds = List.copyOf(sounds);
    words = List.copyOf(words);
    if (frameRate < 1 || frameRate > 120) {
      throw new IllegalArgumentException("frame rate must be 1 to 120, not " + frameRate);
    }
    if (clips.isEmpty() || transitions.size() != clips.size() - 1) {
      throw new IllegalArgumentException(
          clips.size()
              + " clips need "
              + (clips.size() - 1)
              + " transitions, not "
              + transitions.size());
    }
    for (int i = 0; i < transitions.size(); i++) {
      int shortest = Math.min(clips.get(i).frames(), clips.get(i + 1).frames());
      if (transitions.get(i).frames() > shortest) {
        throw new IllegalArgumentException(
            "transition " + (i + 1) + " is longer than a clip beside it (" + shortest + " frames)");
      }
    }
  }

  /**
   * Length of the whole video.
   *
   * @return frames
   */
  public int frames() {
    return clips.stream().mapToInt(Clip::frames).sum();
  }

  /**
   * Length of the whole video.
   *
   * @return the time that {@link #frames()} take
   */
  public Duration duration() {
    return timeOf(frames(), frameRate);
  }

  /**
   * When a frame begins.
   *
   * @param frame number of the frame, from 0
   * @param frameRate frames per second
   * @return the time, rounded down to the nanosecond
   */
  public static Duration timeOf(long frame, int frameRate) {
    return Duration.ofNanos(frame * 1_000_000_000L / frameRate);
  }

  /**
   * How many frames are needed to show something for at least this long.
   *
   * @param time a length, not negative
   * @param frameRate frames per second
   * @return the frames, rounded up
   */
  public static int framesFor(Duration time, int frameRate) {
    long nanos = time.toNanos();
    return Math.toIntExact((nanos * frameRate + 999_999_999L) / 1_000_000_000L);
  }
}
