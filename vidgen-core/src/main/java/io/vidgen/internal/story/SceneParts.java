package io.vidgen.internal.story;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.subtitle.Sentence;
import io.vidgen.subtitle.Sentences;
import io.vidgen.subtitle.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shares the dialogue of a scene out over its clips. */
final class SceneParts {
  private SceneParts() {}

  /**
   * The scene as each of its clips tells it. Lines stay whole where there are enough of them, else
   * sentences do.
   */
  static List<Scene> of(Scene scene, Locale language) {
    if (scene.clips() == 1) {
      return List.of(scene);
    }
    var lines = spoken(scene);
    var pieces = lines.size() < scene.clips() ? sentences(lines, language) : lines;
    return shared(pieces, scene.clips(), language).stream()
        .map(
            share ->
                new Scene(
                    scene.heading(), share, scene.visual(), scene.sound(), null, null, null, 1))
        .toList();
  }

  /** What is said, by whom: the dialogue, or what is spoken instead of it. */
  static List<DialogueLine> spoken(Scene scene) {
    var say = scene.say();
    if (say == null) {
      return scene.dialogue();
    } else if (say.isBlank()) {
      return List.of();
    }
    var lines = scene.dialogue();
    boolean alone = lines.stream().map(DialogueLine::speaker).distinct().count() == 1;
    return List.of(
        alone
            ? new DialogueLine(lines.get(0).speaker(), lines.get(0).direction(), say)
            : DialogueLine.narrator(say));
  }

  private static List<DialogueLine> sentences(List<DialogueLine> lines, Locale language) {
    return lines.stream()
        .flatMap(
            line ->
                Sentences.split(line.text(), language).stream()
                    .map(Sentence::text)
                    .map(text -> new DialogueLine(line.speaker(), line.direction(), text)))
        .toList();
  }

  /** As even as whole pieces allow; none without a piece as long as there are enough. */
  private static List<List<DialogueLine>> shared(
      List<DialogueLine> pieces, int count, Locale language) {
    var lengths = pieces.stream().map(p -> Words.split(p.text(), language).size()).toList();
    double all = lengths.stream().mapToInt(Integer::intValue).sum();
    var shares = new ArrayList<List<DialogueLine>>();
    int next = 0;
    double told = 0;
    for (int clip = 1; clip <= count; clip++) {
      int first = next;
      int most = Math.max(Math.min(first + 1, pieces.size()), pieces.size() - (count - clip));
      while (next < most
          && (next == first
              || clip == count
              || told + lengths.get(next) / 2.0 <= all * clip / count)) {
        told += lengths.get(next);
        next++;
      }
      shares.add(pieces.subList(first, next));
    }
    return shares;
  }
}
