package io.vidgen.offline.internal.voice;

import io.vidgen.model.TimingSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as a voice spoke it.
 *
 * @param sound samples from -1 to 1, 48 kHz, without silence around the speech
 * @param words one for each word of the sentence, null for one that was not spoken
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record SpokenSentence(float[] sound, List<@Nullable Span> words) {

  /**
   * When a word is heard.
   *
   * @param start seconds from the start of the sound
   * @param end seconds, at or after the start
   * @param source how this was found
   */
  record Span(double start, double end, TimingSource source) {}
}
