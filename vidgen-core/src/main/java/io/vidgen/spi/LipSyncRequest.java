package io.vidgen.spi;

import io.vidgen.model.Artifact;

/**
 * A face whose lips must fit a recording.
 *
 * @param face picture or video of the face
 * @param speech the recording
 * @param take number of the version wanted; 0 for the first
 */
public record LipSyncRequest(Artifact face, Artifact speech, int take) implements ProviderRequest {}
