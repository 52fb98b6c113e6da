package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a little story; the same theme is always told in the same way. */
final class StoryWriter {
  private static final List<String> DIRECTIONS =
      List.of("warmly", "curious", "whispering", "cheerfully", "calmly");
  private static final List<String> ACTIONS =
      List.of(
          "opens the shutters and looks out over",
          "walks quickly towards",
          "stops and listens beside",
          "finds an old map near",
          "sits down in the evening light by",
          "lifts a small lantern in front of",
          "waves from the steps of");
  private static final List<String> SOUNDS =
      List.of(
          "Gentle wind", "Birds far away", "Soft waves", "Footsteps on gravel", "Evening bells");
  private static final String LIGHT = ". Soft light, slow camera, always the same clothes.";

  private StoryWriter() {}

  static Story write(StoryAsk ask) {
    if (!ask.refused().isMissingNode()) {
      return new Story(
          "A milder scene", ask.theme(), ask.language(), List.of(milder(ask, ask.refused())));
    }
    int shift = Math.floorMod(ask.theme().hashCode(), 97);
    var scenes = new ArrayList<Story.Scene>();
    for (int i = 0; i < ask.scenes(); i++) {
      scenes.add(scene(ask, i, shift));
    }
    return new Story(title(ask.theme()), ask.theme(), ask.language(), scenes);
  }

  private static Story.Scene scene(StoryAsk ask, int i, int shift) {
    var names = ask.names();
    var speaker = names.get(i % names.size());
    int action = i % ACTIONS.size();
    var place = StoryWords.english().place(action + i / ACTIONS.size() + shift);
    var all = String.join(" and ", names);
    var visual =
        (names.size() == 1 ? speaker : all + ": " + speaker)
            + " "
            + ACTIONS.get(action)
            + " "
            + place
            + ". Theme: "
            + ask.theme()
            + ", part "
            + (i + 1)
            + LIGHT;
    return new Story.Scene(
        "Part " + (i + 1) + ": " + place,
        speaker,
        DIRECTIONS.get(i % DIRECTIONS.size()),
        StoryWords.of(ask.language()).line(i, shift),
        visual,
        SOUNDS.get((i + shift) % SOUNDS.size()),
        clips(ask, i));
  }

  /** All scenes together have as many as were asked for. */
  private static int clips(StoryAsk ask, int i) {
    if (ask.clips() == 0) {
      return 1;
    }
    int more = i < ask.clips() % ask.scenes() ? 1 : 0;
    return Math.max(1, ask.clips() / ask.scenes() + more);
  }

  private static Story.Scene milder(StoryAsk ask, JsonNode scene) {
    var line = scene.path("dialogue").isArray() ? scene.path("dialogue").path(0) : scene;
    var speaker = line.path("speaker").asText("");
    var seen = Softener.soften(scene.path("visual").asText(""));
    return new Story.Scene(
        Softener.soften(scene.path("heading").asText("A calm moment")),
        speaker.isBlank() ? ask.names().get(0) : speaker,
        "calmly",
        Softener.soften(line.path("text").asText(StoryWords.of(ask.language()).line(0, 0))),
        seen + (seen.isBlank() ? "" : " ") + "All is calm and friendly" + LIGHT,
        "Gentle wind",
        Math.max(1, scene.path("clips").asInt(1)));
  }

  private static String title(String theme) {
    return theme.substring(0, 1).toUpperCase(Locale.ROOT) + theme.substring(1);
  }
}
