package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.List;

/**
 * Sound that was taken out of a file.
 *
 * @param audio WAV, or AAC or MP3 in an MP4 container, as the request's form says
 * @param duration its length
 */
public record AudioResult(Artifact audio, Duration duration) implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(audio);
  }
}
