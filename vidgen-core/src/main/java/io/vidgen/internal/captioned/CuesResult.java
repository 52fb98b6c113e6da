package io.vidgen.internal.captioned;

import io.vidgen.model.Artifact;
import io.vidgen.spi.ProviderResult;
import io.vidgen.subtitle.Cue;
import java.util.List;

/**
 * The user's captions, as they were when they were read.
 *
 * @param cues the cues in the order of their starts, every word with a time
 */
record CuesResult(List<Cue> cues) implements ProviderResult {
  CuesResult {
    cues = List.copyOf(cues);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of();
  }
}
