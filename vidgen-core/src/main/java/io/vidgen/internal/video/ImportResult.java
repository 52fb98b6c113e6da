package io.vidgen.internal.video;

import io.vidgen.model.Artifact;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.ProviderResult;
import java.util.List;

/**
 * A file of the user's, copied so that a later change of it cannot harm what was made from it.
 *
 * @param file the copy
 * @param info what it holds
 */
public record ImportResult(Artifact file, MediaInfo info) implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(file);
  }
}
