package io.vidgen.internal.story;

import io.vidgen.model.Scene;
import java.util.List;

/**
 * How a clip is asked for.
 *
 * @param part what it tells; after a refusal perhaps in milder words
 * @param ownVoice whether our own voice speaks it, so that the clip needs no speech
 * @param repeat how often the same was refused before
 */
record Asking(Scene part, boolean ownVoice, int repeat) {

  /** As it is asked for at first. */
  static Asking first(Scene part) {
    return new Asking(part, false, 0);
  }

  Asking again() {
    return new Asking(part, ownVoice, repeat + 1);
  }

  Asking milder(Scene words) {
    return new Asking(words, ownVoice, 0);
  }

  Asking withOwnVoice() {
    return new Asking(part, true, 0);
  }

  Asking elsewhere() {
    return new Asking(part, ownVoice, 0);
  }

  /** The same picture without anybody who speaks. */
  Scene quiet() {
    return new Scene(
        part.heading(), List.of(), part.visual(), part.sound(), null, null, part.media(), 1);
  }
}
