package io.vidgen.internal.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** The library's records as JSON and back. Unknown fields are accepted, null fields left out. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(scalars())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Json() {}

  /**
   * Writes on one line.
   *
   * @param value a record of records, lists, maps and scalars
   * @return its JSON
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Writes for people, on many lines.
   *
   * @param value a record of records, lists, maps and scalars
   * @return its JSON
   */
  public static String writePretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param json the text
   * @param type the record's class
   * @param <T> the record's class
   * @return the record
   * @throws IOException if it is not such JSON
   */
  public static <T> T read(String json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  /**
   * Reads a file that {@link #write} or {@link #writePretty} wrote.
   *
   * @param file the file
   * @param type the record's class
   * @param <T> the record's class
   * @return the record
   * @throws NoSuchFileException if it is not there
   * @throws IOException if it cannot be read or is not such JSON
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    // Not by its File: that way tells in another exception, FileNotFoundException, what is gone.
    try (var in = Files.newInputStream(file)) {
      return MAPPER.readValue(in, type);
    }
  }

  private static SimpleModule scalars() {
    var module = new SimpleModule("vidgen");
    text(module, Duration.class, Duration::toString, Duration::parse);
    text(module, Instant.class, Instant::toString, Instant::parse);
    text(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
    text(module, Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
    text(module, Path.class, Path::toString, Path::of);
    text(module, Fingerprint.class, Fingerprint::hex, Fingerprint::new);
    return module;
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> format, Function<String, T> parse) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(format.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new StdScalarDeserializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var text = in.getText();
            try {
              return parse.apply(text);
            } catch (RuntimeException e) {
              throw context.weirdStringException(text, type, e.getMessage());
            }
          }
        });
  }
}
