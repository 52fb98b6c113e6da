package io.vidgen.google.internal.script;

import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.spi.ScriptRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Requests and scenes for tests. */
final class Asked {

  static final Character NANO =
      Character.create("Nano Banana", "a cheerful yellow banana\nwith a hat", "3D cartoon");

  private Asked() {}

  static ScriptRequest script(String language, int scenes, int clips) {
    return new ScriptRequest(
        "A banana looks for a treasure map",
        List.of(NANO),
        Duration.ofSeconds(8L * (clips > 0 ? clips : scenes)),
        Locale.forLanguageTag(language),
        scenes,
        clips,
        null,
        0);
  }

  static ScriptRequest revision(Scene scene, String reason) {
    return new ScriptRequest(
        "A banana looks for a treasure map",
        List.of(NANO),
        Duration.ofSeconds(16),
        Locale.ENGLISH,
        0,
        2,
        new ScriptRequest.Revision(scene, reason),
        0);
  }

  static Scene scene(String visual, int clips, String... lines) {
    var dialogue = java.util.Arrays.stream(lines).map(line -> said("", line)).toList();
    return new Scene("", dialogue, visual, "", null, null, null, clips);
  }

  static DialogueLine said(String speaker, String text) {
    return new DialogueLine(speaker, "", text);
  }

  static String words(int count) {
    return String.join(" ", java.util.Collections.nCopies(count, "word"));
  }
}
