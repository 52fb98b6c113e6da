package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import java.time.Duration;

/**
 * A layer of a segment with all that is known about its file.
 *
 * @param input the file
 * @param width pixels as shown
 * @param height pixels as shown
 * @param colorsTagged whether the file says how its colours are coded
 * @param duration length of the footage, zero for a still
 * @param from where the footage begins
 * @param fit how it is fitted
 * @param motion how a still moves
 * @param offset frames of it that were shown before
 * @param total frames of it that are shown altogether
 */
public record LayerPlan(
    MediaInput input,
    int width,
    int height,
    boolean colorsTagged,
    Duration duration,
    Duration from,
    Fit fit,
    Motion motion,
    int offset,
    int total) {}
