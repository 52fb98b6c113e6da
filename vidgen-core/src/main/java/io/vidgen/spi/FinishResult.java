package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.List;

/**
 * A finished video.
 *
 * @param video an MP4 that starts playing before it is loaded whole
 * @param duration its length as the file says
 */
public record FinishResult(Artifact video, Duration duration) implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(video);
  }
}
