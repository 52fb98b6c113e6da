package io.vidgen.google.internal.script;

import io.vidgen.model.Scene;
import io.vidgen.spi.SceneParts;
import io.vidgen.spi.ScriptRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a script has to keep to before it is passed on and pictures are paid for. */
final class ScriptRules {

  /** Shorter lines may well be said twice. */
  private static final int REFRAIN = 4;

  private final Shape shape;
  private final ScriptRequest.@Nullable Revision revision;

  ScriptRules(Shape shape, ScriptRequest.@Nullable Revision revision) {
    this.shape = shape;
    this.revision = revision;
  }

  /** Every rule that is broken, as a sentence for the service and for a person. */
  List<String> broken(Draft draft) {
    var scenes = draft.scenes();
    var broken = new ArrayList<String>();
    checkCount(scenes, broken);
    for (int i = 0; i < scenes.size(); i++) {
      checkScene(i + 1, scenes.get(i), broken);
    }
    checkSpeech(scenes, broken);
    checkRepeats(scenes, broken);
    if (revision != null && scenes.size() == 1 && isSame(scenes.get(0), revision.scene())) {
      broken.add("the scene is the refused one, word for word");
    }
    return broken;
  }

  private void checkCount(List<Scene> scenes, List<String> broken) {
    int count = scenes.size();
    if (count == 0) {
      broken.add("there is no scene");
      return;
    }
    if (shape.exact() && count != shape.scenes()) {
      broken.add("there are " + count + " scenes, not " + shape.scenes());
    }
    if (!shape.exact() && shape.clips() == 0 && count > 2 * shape.scenes() + 2) {
      broken.add("there are " + count + " scenes, far more than " + shape.scenes());
    }
    int clips = scenes.stream().mapToInt(Scene::clips).sum();
    if (shape.clips() > 0 && clips != shape.clips()) {
      broken.add("the clips of all scenes add up to " + clips + ", not " + shape.clips());
    }
  }

  private void checkScene(int number, Scene scene, List<String> broken) {
    var name = "scene " + number;
    if (Draft.isEmpty(scene)) {
      broken.add(name + " is empty");
    } else if (scene.visual().isBlank()) {
      broken.add(name + " has no visual");
    }
    if (shape.clips() == 0) {
      return;
    }
    if (scene.clips() > shape.clipsPerScene()) {
      broken.add(name + " has " + scene.clips() + " clips, more than " + shape.clipsPerScene());
    }
    int said = shape.pace().count(scene.spokenText());
    int clips = scene.clips();
    if (said > shape.most() * clips) {
      broken.add(
          says(name, said)
              + " in "
              + clips
              + " clip(s), which have time for "
              + shape.most() * clips);
      return;
    }
    var parts = SceneParts.of(scene, shape.language());
    for (int i = 0; i < parts.size(); i++) {
      int share = shape.pace().count(parts.get(i).spokenText());
      if (share > shape.most()) {
        broken.add(
            says(name, share)
                + " in clip "
                + (i + 1)
                + " of its "
                + clips
                + ", which has time for "
                + shape.most());
      }
    }
  }

  private String says(String name, int count) {
    return name + " says " + count + " " + shape.pace().unit();
  }

  private void checkSpeech(List<Scene> scenes, List<String> broken) {
    var all = scenes.stream().map(Scene::spokenText).collect(Collectors.joining(" ")).strip();
    if (scenes.isEmpty()) {
      return;
    }
    if (all.isEmpty()) {
      if (revision == null || !revision.scene().spokenText().isBlank()) {
        broken.add("nobody says anything");
      }
      return;
    }
    if (!Letters.plausible(shape.language(), all)) {
      broken.add(
          "the dialogue is not in "
              + shape.language().getDisplayLanguage(Locale.ENGLISH)
              + ": its letters are of another writing");
    }
    int said = shape.pace().count(all);
    if (shape.clips() == 0 && revision == null && said > shape.mostInAll()) {
      broken.add(
          "all scenes together say "
              + said
              + " "
              + shape.pace().unit()
              + ", but there is time for "
              + shape.mostInAll());
    }
  }

  private void checkRepeats(List<Scene> scenes, List<String> broken) {
    var lines = new HashMap<String, Integer>();
    var pictures = new HashMap<String, Integer>();
    for (int i = 0; i < scenes.size(); i++) {
      var scene = scenes.get(i);
      int number = i + 1;
      var words = folded(scene.spokenText());
      var picture = folded(scene.visual());
      var first =
          Pace.of(shape.language()).count(words) < REFRAIN
              ? null
              : lines.putIfAbsent(words, number);
      if (first == null && !picture.isEmpty()) {
        first = pictures.putIfAbsent(picture, number);
      }
      if (first != null) {
        broken.add("scene " + number + " repeats scene " + first);
      }
    }
  }

  private static boolean isSame(Scene a, Scene b) {
    return folded(a.spokenText()).equals(folded(b.spokenText()))
        && folded(a.visual()).equals(folded(b.visual()));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
