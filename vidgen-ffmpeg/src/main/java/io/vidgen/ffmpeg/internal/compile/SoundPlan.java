package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.AudioClip;

/**
 * A sound with its file, on the grid of samples.
 *
 * @param input the file
 * @param role what it is for
 * @param start first sample
 * @param length samples it sounds at most
 * @param gainDb louder or softer
 * @param filmed whether it is a video's, where it may begin later than the picture
 */
public record SoundPlan(
    MediaInput input,
    AudioClip.Role role,
    long start,
    long length,
    double gainDb,
    boolean filmed) {}
