package io.vidgen.rest.elevenlabs;

import java.util.Map;

/**
 * A voice.
 *
 * @param id what a request names it by
 * @param name its name
 * @param category such as {@code premade} or {@code cloned}; empty when unknown
 * @param description what it is like; empty when nobody said
 * @param labels such as {@code language} or {@code accent}
 */
public record ElevenLabsVoice(
    String id, String name, String category, String description, Map<String, String> labels) {

  /** Copies the map. */
  public ElevenLabsVoice {
    labels = Map.copyOf(labels);
  }
}
