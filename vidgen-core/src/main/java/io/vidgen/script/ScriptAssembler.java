package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the scenes of one script and stops at the first limit that is passed. */
final class ScriptAssembler {

  private final ScriptOptions options;
  private final List<Scene> scenes = new ArrayList<>();
  private int characters;

  ScriptAssembler(ScriptOptions options) {
    this.options = options;
  }

  void add(Scene scene, Position at) {
    if (scenes.size() == options.maxScenes()) {
      throw new ScriptParseException(
          at,
          "the script has more than " + options.maxScenes() + " scenes",
          "join scenes or raise ScriptOptions.maxScenes");
    }
    int length = length(scene);
    checkScene(length, at);
    count(length, at);
    scenes.add(scene);
  }

  /** Refuses a raw field that is too long before anybody works on it. */
  void checkScene(int length, Position at) {
    if (length > options.maxSceneCharacters()) {
      throw new ScriptParseException(
          at,
          "the scene has more than " + options.maxSceneCharacters() + " characters",
          "split the scene or raise ScriptOptions.maxSceneCharacters");
    }
  }

  Script finish(String title, Locale language, String remedyWhenEmpty) {
    if (scenes.isEmpty()) {
      throw new ScriptParseException(Position.NONE, "the script has no scene", remedyWhenEmpty);
    }
    count(length(title), new Position(1, 1));
    return new Script(title, language, scenes);
  }

  private void count(int length, Position at) {
    characters += length;
    if (characters > options.maxCharacters()) {
      throw new ScriptParseException(
          at,
          "the script has more than " + options.maxCharacters() + " characters",
          "shorten the script or raise ScriptOptions.maxCharacters");
    }
  }

  private static int length(Scene scene) {
    int length = length(scene.heading()) + length(scene.visual()) + length(scene.sound());
    for (DialogueLine line : scene.dialogue()) {
      length += length(line.speaker()) + length(line.direction()) + length(line.text());
    }
    String say = scene.say();
    String caption = scene.caption();
    return length + (say == null ? 0 : length(say)) + (caption == null ? 0 : length(caption));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
