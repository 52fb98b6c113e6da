package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scene of a block script that is being read. */
final class BlockScene {

  private final String heading;
  private final Position at;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Position> firsts = new HashMap<>();

  /** One labelled value. */
  record Field(BlockLabel label, FieldText text) {

    FieldLabel kind() {
      return label.field();
    }

    boolean isSpoken() {
      return kind() == FieldLabel.DIALOGUE || kind() == FieldLabel.NARRATION;
    }
  }

  BlockScene(String heading, Position at) {
    this.heading = heading;
    this.at = at;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  Position start() {
    return at;
  }

  /** Starts a field; a second VISUEL in one scene is most likely a heading that is missing. */
  Field add(BlockLabel label, Position position) {
    Field field = new Field(label, new FieldText());
    Position first = firsts.putIfAbsent(Words.fold(label.word()), position);
    if (first != null && !field.isSpoken() && field.kind() != FieldLabel.IGNORED) {
      throw new ScriptParseException(
          position,
          label.word() + " is given twice in one scene, first on line " + first.line(),
          "start a new scene with a heading such as \"BLOC 2:\", or join the two");
    }
    fields.add(field);
    return field;
  }

  Scene toScene(ScriptAssembler assembler, MediaPaths mediaPaths, ScriptOptions options) {
    int length = 0;
    List<DialogueLine> dialogue = new ArrayList<>();
    Path media = null;
    int clips = 1;
    boolean any = false;
    for (Field field : fields) {
      if (field.kind() == FieldLabel.IGNORED || field.text.isBlank()) {
        continue;
      }
      any = true;
      length += ScriptAssembler.length(field.text.text());
      assembler.checkScene(length, at);
      if (field.isSpoken()) {
        dialogue.addAll(DialogueReader.read(field.text, DialogueReader.ofLabel(field.label)));
      } else if (field.kind() == FieldLabel.MEDIA) {
        String name = Words.cleanLine(field.text.text().replace("`", ""));
        media = mediaPaths.resolve(name, field.label.word(), field.text.start());
      } else if (field.kind() == FieldLabel.CLIPS) {
        clips = clips(field, options);
      }
    }
    if (!any) {
      throw nothing();
    }
    return new Scene(
        heading,
        dialogue,
        joined(FieldLabel.VISUAL),
        joined(FieldLabel.SOUND),
        unquoted(FieldLabel.SAY),
        unquoted(FieldLabel.CAPTION),
        media,
        clips);
  }

  private ScriptParseException nothing() {
    String name = heading.isEmpty() ? "the scene" : "the scene " + Words.excerpt(heading);
    return new ScriptParseException(
        at,
        name + " has no field with something in it",
        "add DIALOGUES:, VISUEL: or AUDIO: (DIALOGUE:, VISUAL:, SOUND:) under its heading,"
            + " or parse the text as plain text");
  }

  private int clips(Field field, ScriptOptions options) {
    String text = Markup.plain(field.text.text());
    try {
      int clips = Integer.parseInt(text);
      if (clips >= 1 && clips <= options.maxClips()) {
        return clips;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers out of range.
    }
    throw new ScriptParseException(
        field.text.start(),
        field.label.word() + " is not a number from 1 to " + options.maxClips(),
        "correct it or raise ScriptOptions.maxClips");
  }

  private String joined(FieldLabel kind) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      String value = Markup.plain(field.text.text());
      if (field.kind() == kind && Words.hasLetterOrDigit(value)) {
        values.add(value);
      }
    }
    return String.join(" ", values);
  }

  private @Nullable String unquoted(FieldLabel kind) {
    for (Field field : fields) {
      String value = Words.trim(field.text.text());
      if (field.kind() == kind && !value.isEmpty()) {
        boolean quoted =
            value.length() > 2 && Quotes.isPair(value.charAt(0), value.charAt(value.length() - 1));
        return Markup.plain(quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return null;
  }
}
