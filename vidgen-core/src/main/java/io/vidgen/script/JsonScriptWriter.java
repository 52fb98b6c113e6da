package io.vidgen.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the JSON form; what is empty or at its default is left out. */
final class JsonScriptWriter {

  private JsonScriptWriter() {}

  static String write(Script script) {
    StringWriter out = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(printer)) {
      json.writeStartObject();
      text(json, "title", script.title());
      json.writeStringField("language", script.language().toLanguageTag());
      json.writeArrayFieldStart("scenes");
      for (Scene scene : script.scenes()) {
        scene(json, scene);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return out.append('\n').toString();
  }

  private static void scene(JsonGenerator json, Scene scene) throws IOException {
    json.writeStartObject();
    text(json, "heading", scene.heading());
    json.writeArrayFieldStart("dialogue");
    for (DialogueLine line : scene.dialogue()) {
      json.writeStartObject();
      text(json, "speaker", line.speaker());
      text(json, "direction", line.direction());
      json.writeStringField("text", line.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    text(json, "visual", scene.visual());
    text(json, "sound", scene.sound());
    // An empty "say" is silence, so only null is left out.
    nullable(json, "say", scene.say());
    nullable(json, "caption", scene.caption());
    Path media = scene.media();
    nullable(json, "media", media == null ? null : media.toString());
    if (scene.clips() != 1) {
      json.writeNumberField("clips", scene.clips());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void nullable(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
