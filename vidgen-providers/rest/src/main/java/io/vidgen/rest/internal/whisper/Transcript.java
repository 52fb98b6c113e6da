package io.vidgen.rest.internal.whisper;

import io.vidgen.model.WordTiming;
import java.util.List;

/**
 * What was heard in one upload.
 *
 * @param language as the server names it, such as {@code english} or {@code en}; may be empty
 * @param words with times from the start of the upload, in order, inside it
 */
record Transcript(String language, List<WordTiming> words) {
  Transcript {
    words = List.copyOf(words);
  }
}
