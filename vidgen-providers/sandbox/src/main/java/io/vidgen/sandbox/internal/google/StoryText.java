package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.StringJoiner;

/** A story in the form that was asked for. */
final class StoryText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoryText() {}

  static String of(Story story, ContentAsk ask) {
    var schema = ask.schema();
    if (schema != null) {
      return new SchemaFiller(schema).fill(story).toString();
    }
    boolean plain = ask.wantsJson() || ask.system().contains("JSON object");
    if (plain) {
      return json(story);
    }
    return ask.system().contains("BLOCK 1") ? blocks(story) : blocs(story);
  }

  private static String json(Story story) {
    var root = JSON.createObjectNode().put("title", story.title());
    var scenes = root.putArray("scenes");
    for (Story.Scene scene : story.scenes()) {
      var node = scenes.addObject().put("heading", scene.heading());
      node.putArray("dialogue")
          .addObject()
          .put("speaker", scene.speaker())
          .put("direction", scene.direction())
          .put("text", scene.words());
      node.put("visual", scene.visual()).put("sound", scene.sound()).put("clips", scene.clips());
    }
    return root.toString();
  }

  private static String blocks(Story story) {
    var text = new StringJoiner("\n");
    text.add("# " + story.title());
    int number = 0;
    for (Story.Scene scene : story.scenes()) {
      text.add("");
      text.add("BLOCK " + ++number + ": " + scene.heading());
      text.add("DIALOGUE: " + spoken(scene));
      text.add("VISUAL: " + scene.visual());
      text.add("SOUND: " + scene.sound());
      text.add("CLIPS: " + scene.clips());
    }
    return text.toString();
  }

  private static String blocs(Story story) {
    var text = new StringJoiner("\n");
    text.add("# " + story.title());
    int number = 0;
    for (Story.Scene scene : story.scenes()) {
      text.add("");
      text.add("**BLOC " + ++number + ":**");
      text.add("- DIALOGUES: " + spoken(scene));
      text.add("- VISUEL: " + scene.visual());
      text.add("- AUDIO: " + scene.sound());
    }
    return text.toString();
  }

  private static String spoken(Story.Scene scene) {
    return scene.speaker() + " " + scene.direction() + " \"" + scene.words() + "\"";
  }
}
