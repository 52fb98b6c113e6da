package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.List;

/**
 * A moving picture.
 *
 * @param video an MP4
 * @param duration its length
 * @param audio whether it has sound
 */
public record ClipResult(Artifact video, Duration duration, boolean audio)
    implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(video);
  }
}
