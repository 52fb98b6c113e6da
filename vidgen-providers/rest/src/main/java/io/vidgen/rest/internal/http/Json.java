package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Reads vendors' JSON without a fixed shape: unknown fields and values are accepted, a field that
 * is absent, null or of another type reads as if it were absent.
 */
public final class Json {
  /** Longest text in a document; base64 of a long recording fits. */
  private static final int LONGEST_TEXT = 256 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);
  private static final ObjectWriter WRITER = MAPPER.writer();

  private Json() {}

  /**
   * An empty object to fill and send.
   *
   * @return a new object
   */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads a whole document.
   *
   * @param text JSON
   * @return the document
   * @throws JsonProcessingException if it is not one JSON document
   */
  public static JsonNode parse(String text) throws JsonProcessingException {
    JsonNode node = READER.readValue(text);
    return node == null ? MissingNode.getInstance() : node;
  }

  /**
   * Reads a document that may be something else.
   *
   * @param text perhaps JSON
   * @return the document; a missing node when it is not JSON
   */
  public static JsonNode parseLeniently(String text) {
    try {
      return parse(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Writes a document.
   *
   * @param node the document
   * @return JSON on one line
   */
  public static String write(JsonNode node) {
    try {
      return WRITER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON document", e);
    }
  }

  /**
   * A text.
   *
   * @param node where to look
   * @param path names of nested fields
   * @return the text; empty when there is none or it is blank
   */
  public static Optional<String> text(JsonNode node, String... path) {
    var found = at(node, path);
    return found.isTextual() && !found.textValue().isBlank()
        ? Optional.of(found.textValue())
        : Optional.empty();
  }

  /**
   * A number; also one that is sent as a text, as some servers do.
   *
   * @param node where to look
   * @param path names of nested fields
   * @return the number; empty when there is none or it is not finite
   */
  public static Optional<Double> number(JsonNode node, String... path) {
    var found = at(node, path);
    if (found.isNumber()) {
      return finite(found.doubleValue());
    }
    if (found.isTextual()) {
      try {
        return finite(Double.parseDouble(found.textValue().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * A truth value.
   *
   * @param node where to look
   * @param path names of nested fields
   * @return true only when it says {@code true}
   */
  public static boolean isTrue(JsonNode node, String... path) {
    return at(node, path).booleanValue();
  }

  /**
   * A nested node.
   *
   * @param node where to look
   * @param path names of nested fields
   * @return the node; a missing node when any name is absent
   */
  public static JsonNode at(JsonNode node, String... path) {
    var found = node;
    for (var name : path) {
      found = found.path(name);
    }
    return found;
  }

  private static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
