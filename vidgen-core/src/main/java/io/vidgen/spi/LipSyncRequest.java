package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A face whose lips must fit a recording.
 *
 * @param face picture or video of the face
 * @param speech the recording
 * @param take number of the version wanted; 0 for the first
 * @param length of {@code speech}, null when it is not known. While planning, {@code speech} may be
 *     a recording that is not made yet; then both its length and its size are estimates
 */
public record LipSyncRequest(Artifact face, Artifact speech, int take, @Nullable Duration length)
    implements ProviderRequest {

  /**
   * A request whose recording's length is not known.
   *
   * @param face picture or video of the face
   * @param speech the recording
   * @param take number of the version wanted; 0 for the first
   */
  public LipSyncRequest(Artifact face, Artifact speech, int take) {
    this(face, speech, take, null);
  }
}
