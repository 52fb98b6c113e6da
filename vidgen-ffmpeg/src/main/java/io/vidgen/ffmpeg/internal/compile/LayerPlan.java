package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import java.time.Duration;

/**
 * A layer of a segment with all that is known about its file.
 *
 * @param input the file
 * @param width pixels as shown, were they square
 * @param height pixels as shown
 * @param square whether its pixels are square
 * @param colorsTagged whether the file says how its colours are coded
 * @param duration length of the footage, zero for a still
 * @param from where the footage begins
 * @param fit how it is fitted
 * @param motion how a still moves
 * @param offset frames of it that were shown before
 * @param total frames of it that are shown altogether
 * @param lead how many seconds before its first frame footage is read
 */
public record LayerPlan(
    MediaInput input,
    int width,
    int height,
    boolean square,
    boolean colorsTagged,
    Duration duration,
    Duration from,
    Fit fit,
    Motion motion,
    int offset,
    int total,
    int lead) {
  /** Files with an index say themselves where to begin; a second keeps a cut off their edges. */
  public static final int INDEXED = 1;

  /** Files without one are entered somewhere: far enough before to meet a whole picture. */
  public static final int GUESSED = 15;

  /** From the beginning of the file. */
  public static final int EVERYTHING = Integer.MAX_VALUE;

  /** The same, read from the beginning of its file. */
  LayerPlan fromBeginning() {
    return new LayerPlan(
        input,
        width,
        height,
        square,
        colorsTagged,
        duration,
        from,
        fit,
        motion,
        offset,
        total,
        EVERYTHING);
  }
}
