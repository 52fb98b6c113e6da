package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.List;

/**
 * A picture.
 *
 * @param image a PNG or JPEG
 */
public record ImageResult(Artifact image) implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(image);
  }
}
