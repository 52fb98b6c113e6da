package io.vidgen.internal.video;

import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.ProviderResult;
import java.util.List;

/**
 * The shown words of a scene.
 *
 * @param words the words with their times from the start of the scene's voice
 */
record WordsResult(List<WordTiming> words) implements ProviderResult {
  WordsResult {
    words = List.copyOf(words);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of();
  }
}
