package io.vidgen.internal.video;

import io.vidgen.model.Artifact;
import java.time.Duration;

/**
 * The voice of a shot.
 *
 * @param audio the recording
 * @param start where it begins, from the start of the shot
 * @param length its length
 */
public record Sound(Artifact audio, Duration start, Duration length) {}
