package io.vidgen.subtitle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes words.json, this library's own format for word times, version 1:
 *
 * <pre>{@code
 * {"version":1,"language":"en","words":[
 *   {"text":"Hello","start":0.120,"end":0.480,"source":"synthesis"}]}
 * }</pre>
 *
 * <p>Times are seconds to the millisecond. Sources are the names of {@link TimingSource} in lower
 * case. Fields that are not known are skipped; {@code version} may stand anywhere. Instances are
 * immutable and thread-safe.
 */
public final class WordsJson {

  private static final String FORMAT = "words.json";
  private static final int VERSION = 1;
  private static final double MAX_SECONDS = 1e7;

  private final ParseLimits limits;
  private final JsonFactory json;

  /** A reader and writer with the default limits. */
  public WordsJson() {
    this(ParseLimits.defaults());
  }

  /**
   * A reader and writer.
   *
   * @param limits how much is accepted when reading; a line is the text of one word
   */
  public WordsJson(ParseLimits limits) {
    this.limits = limits;
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxDocumentLength(limits.maxBytes())
                    .maxStringLength(limits.maxLineBytes())
                    .maxNestingDepth(20)
                    .build())
            .build();
  }

  /**
   * Writes words.
   *
   * @param words the words
   * @return the JSON text, one word per line
   */
  public String write(TimedWords words) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(out)) {
      generator.writeStartObject();
      generator.writeNumberField("version", VERSION);
      generator.writeStringField("language", words.language().toLanguageTag());
      generator.writeArrayFieldStart("words");
      for (WordTiming word : words.words()) {
        generator.writeRaw('\n');
        generator.writeStartObject();
        generator.writeStringField("text", word.text());
        generator.writeNumberField("start", seconds(word.start()));
        generator.writeNumberField("end", seconds(word.end()));
        generator.writeStringField("source", word.source().name().toLowerCase(Locale.ROOT));
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  /**
   * Reads words; does not close the stream.
   *
   * @param in the JSON text in UTF-8, UTF-16 or UTF-32
   * @return the words
   * @throws IOException if the stream cannot be read
   * @throws SubtitleParseException if the text is not words.json or beyond the limits
   */
  public TimedWords read(InputStream in) throws IOException {
    try (JsonParser parser = json.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return document(parser);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new SubtitleParseException(
          FORMAT,
          place == null ? 0 : place.getLineNr(),
          place == null ? 0 : place.getColumnNr(),
          e.getOriginalMessage(),
          "Check that the file is complete JSON and within the ParseLimits.");
    }
  }

  /**
   * Reads words.
   *
   * @param text the JSON text
   * @return the words
   * @throws SubtitleParseException if the text is not words.json or beyond the limits
   */
  public TimedWords parse(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TimedWords document(JsonParser parser) throws IOException {
    expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
    String language = "und";
    List<WordTiming> words = null;
    int version = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "version" -> version = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
        case "language" -> language = value == JsonToken.VALUE_STRING ? parser.getText() : "und";
        case "words" -> {
          expect(parser, value, JsonToken.START_ARRAY, "an array of words");
          words = words(parser);
        }
        default -> parser.skipChildren();
      }
    }
    if (version != VERSION || words == null) {
      throw error(
          parser,
          "no \"version\":1 with \"words\"",
          "Check that the file is words.json of version 1.");
    }
    return new TimedWords(Locale.forLanguageTag(language), words);
  }

  private List<WordTiming> words(JsonParser parser) throws IOException {
    List<WordTiming> words = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "a word");
      if (words.size() == limits.maxCues()) {
        throw error(
            parser,
            "more than " + limits.maxCues() + " words",
            "Split the file, or read it with larger ParseLimits.");
      }
      words.add(word(parser));
    }
    return words;
  }

  private static WordTiming word(JsonParser parser) throws IOException {
    String text = "";
    String source = "";
    double start = -1;
    double end = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "text" -> text = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        case "source" -> source = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        case "start" -> start = value.isNumeric() ? parser.getDoubleValue() : -1;
        case "end" -> end = value.isNumeric() ? parser.getDoubleValue() : -1;
        default -> parser.skipChildren();
      }
    }
    if (text.isBlank() || !(start >= 0 && start <= end && end <= MAX_SECONDS)) {
      throw error(
          parser,
          "a word needs a text and times with 0 <= start <= end",
          "Correct the word that ends here.");
    }
    return new WordTiming(text, duration(start), duration(end), source(parser, source));
  }

  private static TimingSource source(JsonParser parser, String name) {
    for (TimingSource source : TimingSource.values()) {
      if (source.name().toLowerCase(Locale.ROOT).equals(name)) {
        return source;
      }
    }
    throw error(
        parser,
        "the source '" + name + "' is not known",
        "Use synthesis, aligned, recognised, interpolated or reading_speed.");
  }

  private static void expect(JsonParser parser, JsonToken found, JsonToken wanted, String what) {
    if (found != wanted) {
      throw error(parser, what + " was expected", "Check that the file is words.json.");
    }
  }

  private static SubtitleParseException error(JsonParser parser, String problem, String remedy) {
    JsonLocation place = parser.currentLocation();
    return new SubtitleParseException(
        FORMAT, place.getLineNr(), place.getColumnNr(), problem, remedy);
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3);
  }
}
