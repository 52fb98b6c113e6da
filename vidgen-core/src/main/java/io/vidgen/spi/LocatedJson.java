package io.vidgen.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON that knows its line.
 *
 * @param line counted from 1
 * @param fields of an object; null for anything else
 * @param items of a list; null for anything else
 * @param text a string, or a number as it was written; null for anything else
 */
record LocatedJson(
    int line,
    @Nullable Map<String, LocatedJson> fields,
    @Nullable List<LocatedJson> items,
    @Nullable String text) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
          .build();

  /** It is no JSON. */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    private BrokenException(int line, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  static LocatedJson read(String json) throws BrokenException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new BrokenException(1, "it is empty", null);
      }
      var value = value(parser);
      if (parser.nextToken() != null) {
        throw new BrokenException(line(parser), "something follows the end", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new BrokenException(line, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BrokenException(1, e.toString(), e);
    }
  }

  private static LocatedJson value(JsonParser parser) throws IOException {
    int line = line(parser);
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, LocatedJson>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser));
        }
        return new LocatedJson(line, fields, null, null);
      }
      case START_ARRAY -> {
        var items = new ArrayList<LocatedJson>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        return new LocatedJson(line, null, items, null);
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return new LocatedJson(line, null, null, parser.getText());
      }
      default -> {
        return new LocatedJson(line, null, null, null);
      }
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
