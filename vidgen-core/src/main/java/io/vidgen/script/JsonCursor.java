package io.vidgen.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A JSON parser that says line and column of every problem in the words of this package. */
final class JsonCursor {

  private final JsonParser parser;
  private final ScriptOptions options;

  JsonCursor(String json, ScriptOptions options) {
    this.options = options;
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // What models return: a comma too many, a comment, a line break inside a string.
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(options.maxNesting())
                    .maxStringLength(options.maxInputBytes())
                    .build())
            .build();
    try {
      this.parser = factory.createParser(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string needs no input", e);
    }
  }

  /** Moves on; null at the end of the text. */
  @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  JsonToken token() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  /** The name of the field or the characters of the string at the cursor. */
  String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The string at the cursor, empty for null. */
  String string(String path) {
    return switch (token()) {
      case VALUE_STRING -> Words.clean(text());
      case VALUE_NULL -> "";
      default -> throw unexpected(path, "a text");
    };
  }

  int integer(String path, int max) {
    try {
      if (is(JsonToken.VALUE_NUMBER_INT)
          && parser.getLongValue() >= 1
          && parser.getLongValue() <= max) {
        return parser.getIntValue();
      }
    } catch (IOException e) {
      // A number of hundreds of digits: out of range as any other.
    }
    throw new ScriptParseException(
        at(),
        path + " is not a number from 1 to " + max,
        "correct it or raise ScriptOptions.maxClips");
  }

  void skip() {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  Position at() {
    return position(parser.currentTokenLocation());
  }

  ScriptParseException unexpected(String path, String wanted) {
    String found =
        switch (token()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "a list";
          case VALUE_STRING -> "a text";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
          case VALUE_TRUE, VALUE_FALSE -> "true or false";
          case VALUE_NULL -> "null";
          default -> "nothing";
        };
    return new ScriptParseException(
        at(), path + " is " + found, "make it " + wanted + " or leave it out");
  }

  private ScriptParseException failure(IOException e) {
    if (e instanceof StreamConstraintsException
        && parser.getParsingContext().getNestingDepth() >= options.maxNesting()) {
      return new ScriptParseException(
          position(parser.currentLocation()),
          "the JSON is nested deeper than " + options.maxNesting() + " levels",
          "flatten it or raise ScriptOptions.maxNesting");
    }
    JsonLocation location = parser.currentLocation();
    String message = "it cannot be read";
    if (e instanceof JsonProcessingException json) {
      location = json.getLocation() == null ? location : json.getLocation();
      message = json.getOriginalMessage();
    }
    return new ScriptParseException(
        position(location),
        "the JSON is broken: " + shorten(message),
        "correct it there; if the text was cut off, ask for it again");
  }

  private static Position position(@Nullable JsonLocation location) {
    if (location == null) {
      return Position.NONE;
    }
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static String shorten(String message) {
    String line = Words.cleanLine(message);
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
