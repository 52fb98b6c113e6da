package io.vidgen.script;

import com.fasterxml.jackson.core.JsonToken;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one scene of the JSON form: an object, or a string that the narrator says. */
final class JsonSceneReader {

  private final JsonCursor json;
  private final ScriptOptions options;
  private final MediaPaths mediaPaths;

  /** The fields of a scene that hold one text. */
  private enum Field {
    HEADING,
    TEXT,
    VISUAL,
    SOUND,
    SAY,
    CAPTION,
    MEDIA
  }

  /** What has been read of a scene. */
  private static final class Draft {
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final List<DialogueLine> dialogue = new ArrayList<>();
    private int clips = 1;
    private int known;
    private boolean dialogueSeen;
    private Position mediaAt = Position.NONE;

    String get(Field field) {
      return texts.getOrDefault(field, "");
    }
  }

  JsonSceneReader(JsonCursor json, ScriptOptions options, MediaPaths mediaPaths) {
    this.json = json;
    this.options = options;
    this.mediaPaths = mediaPaths;
  }

  Scene read(String path) {
    Position at = json.at();
    if (json.is(JsonToken.VALUE_STRING)) {
      String text = json.string(path);
      if (text.isEmpty()) {
        throw nothing(path, at);
      }
      return Scene.narrated(text);
    }
    if (!json.is(JsonToken.START_OBJECT)) {
      throw json.unexpected(path, "an object");
    }
    Draft draft = new Draft();
    while (json.next() == JsonToken.FIELD_NAME) {
      String name = json.text();
      json.next();
      readField(draft, name, path + "." + name);
    }
    if (draft.known == 0) {
      throw nothing(path, at);
    }
    return toScene(draft, path, at);
  }

  private void readField(Draft draft, String name, String path) {
    switch (Words.fold(name)) {
      case "heading", "title", "titre" -> put(draft, Field.HEADING, path);
      case "text", "texte", "narration" -> put(draft, Field.TEXT, path);
      case "visual", "visuel", "visuals" -> put(draft, Field.VISUAL, path);
      case "sound", "audio", "son" -> put(draft, Field.SOUND, path);
      case "say" -> put(draft, Field.SAY, path);
      case "caption" -> put(draft, Field.CAPTION, path);
      case "media" -> {
        draft.mediaAt = json.at();
        put(draft, Field.MEDIA, path);
      }
      case "dialogue", "dialogues", "dialog" -> readDialogue(draft, path);
      case "clips" -> {
        draft.known++;
        if (!json.is(JsonToken.VALUE_NULL)) {
          draft.clips = json.integer(path, options.maxClips());
        }
      }
      default -> json.skip();
    }
  }

  /** Keeps a text; null counts as left out, so that an empty "say" can mean silence. */
  private void put(Draft draft, Field field, String path) {
    if (json.is(JsonToken.VALUE_NULL)) {
      return;
    }
    Position at = json.at();
    if (draft.texts.put(field, json.string(path)) != null) {
      String name = field.name().toLowerCase(Locale.ROOT);
      throw new ScriptParseException(
          at, path + " gives the " + name + " twice", "keep one of them");
    }
    draft.known++;
  }

  private void readDialogue(Draft draft, String path) {
    if (json.is(JsonToken.VALUE_NULL)) {
      return;
    }
    if (draft.dialogueSeen) {
      throw new ScriptParseException(
          json.at(), path + " gives the dialogue twice", "keep one of them");
    }
    draft.known++;
    draft.dialogueSeen = true;
    if (json.is(JsonToken.VALUE_STRING)) {
      readLine(draft);
      return;
    }
    if (!json.is(JsonToken.START_ARRAY)) {
      throw json.unexpected(path, "a list of {\"speaker\", \"direction\", \"text\"}");
    }
    for (int i = 0; json.next() != JsonToken.END_ARRAY; i++) {
      if (json.is(JsonToken.VALUE_STRING)) {
        readLine(draft);
      } else {
        draft.dialogue.add(readLineObject(path + "[" + i + "]"));
      }
    }
  }

  /** A string is read as a dialogue field of the block form: Max whispers "Hello". */
  private void readLine(Draft draft) {
    FieldText field = FieldText.of(json.text(), json.at());
    if (field.isBlank()) {
      return;
    }
    new ScriptAssembler(options).checkScene(field.text().length(), json.at());
    draft.dialogue.addAll(DialogueReader.read(field, Attribution.NONE));
  }

  private DialogueLine readLineObject(String path) {
    if (!json.is(JsonToken.START_OBJECT)) {
      throw json.unexpected(path, "an object with a text");
    }
    Position at = json.at();
    String speaker = "";
    String direction = "";
    String text = "";
    while (json.next() == JsonToken.FIELD_NAME) {
      String name = json.text();
      json.next();
      switch (Words.fold(name)) {
        case "speaker", "character", "personnage" -> speaker = json.string(path + "." + name);
        case "direction" -> direction = json.string(path + "." + name);
        case "text", "texte", "line" -> text = json.string(path + "." + name);
        default -> json.skip();
      }
    }
    if (text.isBlank()) {
      throw new ScriptParseException(
          at, path + ".text is missing or empty", "write what is said, or leave the line out");
    }
    return new DialogueLine(speaker, direction, text);
  }

  private Scene toScene(Draft draft, String path, Position at) {
    String text = draft.get(Field.TEXT);
    List<DialogueLine> dialogue = draft.dialogue;
    if (!text.isBlank()) {
      if (!dialogue.isEmpty()) {
        throw new ScriptParseException(
            at, path + " has both a dialogue and a text", "keep one of them");
      }
      dialogue = List.of(DialogueLine.narrator(text));
    }
    String media = draft.get(Field.MEDIA);
    return new Scene(
        draft.get(Field.HEADING),
        dialogue,
        draft.get(Field.VISUAL),
        draft.get(Field.SOUND),
        draft.texts.get(Field.SAY),
        draft.texts.get(Field.CAPTION),
        media.isEmpty() ? null : mediaPaths.resolve(media, path + ".media", draft.mediaAt),
        draft.clips);
  }

  private static ScriptParseException nothing(String path, Position at) {
    return new ScriptParseException(
        at,
        path + " has no field that is known",
        "give it a dialogue, text, visual, sound, say, caption, media or clips");
  }
}
