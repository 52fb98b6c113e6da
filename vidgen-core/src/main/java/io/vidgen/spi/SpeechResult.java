package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * A spoken text.
 *
 * @param audio the recording
 * @param duration its length
 * @param words the words of the request's text with their times from the start of the recording;
 *     empty when the voice gives none
 */
public record SpeechResult(Artifact audio, Duration duration, List<WordTiming> words)
    implements ProviderResult {

  /** Copies the list. */
  public SpeechResult {
    words = List.copyOf(words);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of(audio);
  }
}
