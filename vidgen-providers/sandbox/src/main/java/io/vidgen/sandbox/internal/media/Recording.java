package io.vidgen.sandbox.internal.media;

import io.vidgen.model.WordTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Speech.
 *
 * @param wav 16-bit mono WAV, read only
 * @param duration its length
 * @param words the words of the text and when they are heard
 */
public record Recording(Path wav, Duration duration, List<WordTiming> words) {

  /** Copies the list. */
  public Recording {
    words = List.copyOf(words);
  }
}
