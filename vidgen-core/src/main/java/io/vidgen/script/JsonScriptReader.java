package io.vidgen.script;

import com.fasterxml.jackson.core.JsonToken;
import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form: an object with scenes, or a list of scenes. Unknown fields are skipped. */
final class JsonScriptReader {

  private static final String SHAPE =
      "give {\"title\": \"…\", \"scenes\": [{\"text\": \"…\", \"visual\": \"…\"}]}";

  private final JsonCursor json;
  private final ScriptOptions options;
  private final ScriptAssembler assembler;
  private final JsonSceneReader sceneReader;
  private String title = "";
  private @Nullable Locale language;
  private boolean scenesSeen;

  JsonScriptReader(String text, ScriptOptions options, @Nullable Path folder) {
    this.json = new JsonCursor(text, options);
    this.options = options;
    this.assembler = new ScriptAssembler(options);
    this.sceneReader = new JsonSceneReader(json, options, new MediaPaths(options, folder));
  }

  Script read() {
    JsonToken first = json.next();
    if (first == JsonToken.START_OBJECT) {
      readRoot(true);
    } else if (first == JsonToken.START_ARRAY) {
      readScenes("scenes");
    } else {
      throw new ScriptParseException(json.at(), "the JSON is neither an object nor a list", SHAPE);
    }
    refuseSecond();
    Locale fallback = Objects.requireNonNullElse(options.language(), Locale.ENGLISH);
    return assembler.finish(title, language == null ? fallback : language, SHAPE);
  }

  private void readRoot(boolean mayWrap) {
    while (json.next() == JsonToken.FIELD_NAME) {
      String name = json.text();
      json.next();
      switch (Words.fold(name)) {
        case "title", "titre" -> title = json.string(name);
        case "language", "langue", "lang" -> readLanguage(name);
        case "scenes", "blocks", "blocs" -> {
          if (scenesSeen) {
            throw new ScriptParseException(
                json.at(), name + " gives the scenes a second time", "keep one list of scenes");
          }
          readScenes(name);
        }
        case "script", "video" -> {
          // Models like to wrap their answer: {"script": {"title": …}}.
          if (mayWrap && json.is(JsonToken.START_OBJECT)) {
            readRoot(false);
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
  }

  private void readLanguage(String name) {
    String text = json.string(name);
    if (!text.isEmpty()) {
      language = Languages.parse(text, name, json.at());
    }
  }

  private void readScenes(String path) {
    if (!json.is(JsonToken.START_ARRAY)) {
      throw json.unexpected(path, "a list of scenes");
    }
    scenesSeen = true;
    for (int i = 0; json.next() != JsonToken.END_ARRAY; i++) {
      Position at = json.at();
      assembler.add(sceneReader.read(path + "[" + i + "]"), at);
    }
  }

  /** A closing sentence after the JSON is left out; a second object would be lost unseen. */
  private void refuseSecond() {
    JsonToken more;
    try {
      more = json.next();
    } catch (ScriptParseException e) {
      return;
    }
    if (more == JsonToken.START_OBJECT || more == JsonToken.START_ARRAY) {
      throw new ScriptParseException(
          json.at(), "a second JSON value follows the script", "put all scenes into one list");
    }
  }
}
