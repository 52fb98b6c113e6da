package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.spi.SpeechRequest;
import java.util.List;

/**
 * What one call speaks.
 *
 * @param request what was asked
 * @param text the text of this part
 * @param format how it comes
 * @param earlier ids of up to three requests before it, oldest first
 * @param before the text before it, empty at the start
 * @param after the text after it, empty at the end
 */
record Part(
    SpeechRequest request,
    String text,
    SoundFormat format,
    List<String> earlier,
    String before,
    String after) {

  Part {
    earlier = List.copyOf(earlier);
  }
}
