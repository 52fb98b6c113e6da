package io.vidgen.google.internal.script;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts right what can be put right without asking, and so without paying, again. */
final class DraftRepair {

  private final Shape shape;
  private final List<String> names;

  /**
   * A repair.
   *
   * @param shape the numbers to keep to
   * @param names names of the characters
   */
  DraftRepair(Shape shape, List<String> names) {
    this.shape = shape;
    this.names = names;
  }

  Draft repair(Draft draft) {
    var scenes = draft.scenes().stream().map(this::cleaned).collect(Collectors.toList());
    dropSurplus(scenes);
    return new Draft(SpokenLine.oneLine(draft.title()), allotted(scenes));
  }

  private Scene cleaned(Scene scene) {
    var lines =
        scene.dialogue().stream()
            .map(line -> SpokenLine.of(line, names))
            .flatMap(Optional::stream)
            .toList();
    return new Scene(
        SpokenLine.oneLine(scene.heading()),
        lines,
        named(SpokenLine.oneLine(scene.visual()), lines),
        SpokenLine.oneLine(scene.sound()),
        null,
        null,
        null,
        scene.clips());
  }

  /** A video model draws whom it is told of: a picture without a name has the speaker in it. */
  private String named(String visual, List<DialogueLine> lines) {
    if (visual.isEmpty() || names.stream().anyMatch(name -> mentions(visual, name))) {
      return visual;
    }
    var speakers =
        lines.stream().map(DialogueLine::speaker).filter(names::contains).distinct().toList();
    return speakers.isEmpty() ? visual : String.join(" and ", speakers) + ": " + visual;
  }

  private static boolean mentions(String visual, String name) {
    return visual.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private void dropSurplus(List<Scene> scenes) {
    for (int i = scenes.size() - 1; i >= 0 && scenes.size() > shape.scenes(); i--) {
      if (Draft.isEmpty(scenes.get(i))) {
        scenes.remove(i);
      }
    }
  }

  /** Gives the clips to the scenes that say the most, unless the answer's own numbers do. */
  private List<Scene> allotted(List<Scene> scenes) {
    int[] clips = scenes.stream().mapToInt(Scene::clips).toArray();
    if (shape.clips() == 0) {
      Arrays.fill(clips, 1);
    } else if (!fits(scenes, clips)) {
      clips = shared(scenes, clips);
    }
    var result = new ArrayList<Scene>();
    for (int i = 0; i < clips.length; i++) {
      result.add(withClips(scenes.get(i), clips[i]));
    }
    return result;
  }

  private boolean fits(List<Scene> scenes, int[] clips) {
    boolean fit = Arrays.stream(clips).sum() == shape.clips();
    for (int i = 0; i < clips.length; i++) {
      fit &= clips[i] <= shape.clipsPerScene() && said(scenes.get(i)) <= shape.most() * clips[i];
    }
    return fit;
  }

  private int[] shared(List<Scene> scenes, int[] answered) {
    int[] clips = new int[answered.length];
    Arrays.fill(clips, 1);
    for (int left = shape.clips() - clips.length; left > 0; left--) {
      int fullest = -1;
      double most = -1;
      for (int i = 0; i < clips.length; i++) {
        double load = said(scenes.get(i)) / (double) clips[i];
        if (clips[i] < shape.clipsPerScene() && load > most) {
          fullest = i;
          most = load;
        }
      }
      if (fullest < 0) {
        return answered;
      }
      clips[fullest]++;
    }
    return clips;
  }

  private int said(Scene scene) {
    return shape.pace().count(scene.spokenText());
  }

  private static Scene withClips(Scene scene, int clips) {
    return new Scene(
        scene.heading(), scene.dialogue(), scene.visual(), scene.sound(), null, null, null, clips);
  }
}
