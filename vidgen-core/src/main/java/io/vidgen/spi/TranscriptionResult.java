package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import java.util.List;
import java.util.Locale;

/**
 * The words of a recording.
 *
 * @param language the language heard
 * @param words the words with their times from the start of the recording, in order
 */
public record TranscriptionResult(Locale language, List<WordTiming> words)
    implements ProviderResult {

  /** Copies the list. */
  public TranscriptionResult {
    words = List.copyOf(words);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of();
  }
}
