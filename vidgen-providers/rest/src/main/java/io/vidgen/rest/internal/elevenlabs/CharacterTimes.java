package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When each character is heard, as the vendor reports it: seconds from the start of the sound. */
final class CharacterTimes {
  private final List<String> characters = new ArrayList<>();
  private final List<Double> starts = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();
  private boolean whole = true;

  /**
   * Reads {@code alignment} or {@code normalized_alignment}.
   *
   * @return the times; null when there are none or the three lists do not fit together
   */
  static @Nullable CharacterTimes parse(JsonNode node) {
    var times = new CharacterTimes();
    times.add(node);
    return times.usable() ? times : null;
  }

  /** Reads {@code characters} of the vendor's forced alignment. */
  static @Nullable CharacterTimes ofAligned(JsonNode list) {
    var times = new CharacterTimes();
    for (var one : list) {
      if (!one.path("text").isTextual()
          || !one.path("start").isNumber()
          || !one.path("end").isNumber()) {
        return null;
      }
      times.add(
          one.get("text").textValue(), one.get("start").asDouble(), one.get("end").asDouble());
    }
    return times.usable() ? times : null;
  }

  /** Adds the times of one piece of a stream; a piece may come without times. */
  void add(JsonNode node) {
    if (!node.isObject()) {
      return;
    }
    var texts = node.path("characters");
    var from = node.path("character_start_times_seconds");
    var to = node.path("character_end_times_seconds");
    if (!texts.isArray() || texts.size() != from.size() || texts.size() != to.size()) {
      whole = false;
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isTextual() || !from.get(i).isNumber() || !to.get(i).isNumber()) {
        whole = false;
        return;
      }
      add(texts.get(i).textValue(), from.get(i).asDouble(), to.get(i).asDouble());
    }
  }

  void add(String character, double start, double end) {
    characters.add(character);
    starts.add(start);
    ends.add(end);
  }

  boolean usable() {
    return whole && !characters.isEmpty();
  }

  int size() {
    return characters.size();
  }

  String text(int i) {
    return characters.get(i);
  }

  double start(int i) {
    return starts.get(i);
  }

  double end(int i) {
    return ends.get(i);
  }

  /** How many letters and digits there are. */
  int letters() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += isSpoken(text(i)) ? 1 : 0;
    }
    return count;
  }

  static boolean isSpoken(String character) {
    return character.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
