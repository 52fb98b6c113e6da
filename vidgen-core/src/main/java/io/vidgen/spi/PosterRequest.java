package io.vidgen.spi;

import io.vidgen.model.Artifact;

/**
 * A frame to take out of a video.
 *
 * @param video a segment or video
 * @param frame which frame, from 0
 * @param frameRate frames per second
 */
public record PosterRequest(Artifact video, int frame, int frameRate) {}
