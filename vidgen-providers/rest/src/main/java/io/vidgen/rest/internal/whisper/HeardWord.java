package io.vidgen.rest.internal.whisper;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.internal.http.Json;

/**
 * A word, or a piece of one, as a server says it.
 *
 * @param text with its leading space where the server keeps it
 * @param start seconds, NaN when it does not say
 * @param end seconds, NaN when it does not say
 */
record HeardWord(String text, double start, double end) {

  static HeardWord of(JsonNode node) {
    var word = node.path("word").isTextual() ? node.path("word") : node.path("text");
    // t_dtw is -1 or of another unit, so it is left alone.
    return new HeardWord(
        word.asText(""),
        Json.number(node, "start").orElse(Double.NaN),
        Json.number(node, "end").orElse(Double.NaN));
  }

  boolean isTimed() {
    return start >= 0 && end >= start;
  }

  boolean beginsWithSpace() {
    return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
  }

  HeardWord join(HeardWord next) {
    return new HeardWord(
        text + next.text, Double.isNaN(start) ? next.start : start, later(end, next.end));
  }

  private static double later(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }
}
