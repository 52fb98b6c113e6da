package io.vidgen.internal.video;

import io.vidgen.model.Timeline;
import io.vidgen.model.Transition;
import java.time.Duration;

/**
 * Lengths on the frame grid. Every scene takes whole frames, so a change of one scene's length
 * moves the others without changing them.
 */
public final class SceneTimes {
  private static final double NANOS_PER_SECOND = 1e9;

  private SceneTimes() {}

  /**
   * Frames of a scene.
   *
   * @param lead silence before the voice
   * @param voice length of the voice
   * @param pause silence after it
   * @return the frames at the grid's usual rate
   */
  public static int frames(Duration lead, Duration voice, Duration pause) {
    // To the nearest frame, so that the video is as long as its narration however many scenes it
    // has; but never into the voice.
    var spoken = lead.plus(voice);
    var wanted = spoken.plus(pause);
    int nearest =
        (int) Math.round(wanted.toNanos() * (double) Timeline.FRAME_RATE / NANOS_PER_SECOND);
    return Math.max(nearest, framesFor(spoken));
  }

  /**
   * Frames that show something for at least this long.
   *
   * @param time a length
   * @return the frames, 2 or more
   */
  public static int framesFor(Duration time) {
    return Math.max(2, Timeline.framesFor(time, Timeline.FRAME_RATE));
  }

  /**
   * The frame that is nearest to a time.
   *
   * @param time a time, not negative
   * @return its number, from 0
   */
  public static int frameAt(Duration time) {
    return (int) Math.round(time.toNanos() * (double) Timeline.FRAME_RATE / NANOS_PER_SECOND);
  }

  /** The transition between two scenes: shortened to half of the shorter one. */
  static Transition between(Transition wanted, int left, int right) {
    int most = Math.min(left, right) / 2 / 2 * 2;
    int frames = Math.min(wanted.frames(), most);
    return frames == 0 ? Transition.CUT : new Transition(wanted.kind(), frames);
  }
}
