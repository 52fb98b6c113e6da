package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.SpokenName;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Characters with the pictures that they bring. */
final class GivenCast implements Cast {
  private final Telling telling;
  private final List<Named> all;

  GivenCast(Telling telling) {
    this.telling = telling;
    this.all =
        telling.request().characters().stream()
            .map(c -> new Named(c, SpokenName.of(c.name())))
            .toList();
  }

  @Override
  public List<Character> in(int scene) {
    var text = text(telling.scene(scene));
    var named = all.stream().filter(c -> c.name().isIn(text)).map(Named::character).toList();
    return named.isEmpty() ? all.stream().limit(1).map(Named::character).toList() : named;
  }

  @Override
  public Optional<List<Artifact>> references(int scene, StepPort port) {
    return Optional.of(bestFirst(in(scene).stream().map(Character::references).toList()));
  }

  /** The best picture of each, then the second best: a provider takes only so many. */
  static List<Artifact> bestFirst(List<List<Artifact>> pictures) {
    var ordered = new ArrayList<Artifact>();
    int most = pictures.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      for (var own : pictures) {
        if (i < own.size()) {
          ordered.add(own.get(i));
        }
      }
    }
    return ordered;
  }

  private static String text(Scene scene) {
    return scene.dialogue().stream()
        .map(line -> line.speaker() + "\n" + line.text())
        .collect(Collectors.joining("\n", scene.visual() + "\n", ""));
  }

  private record Named(Character character, SpokenName name) {}
}
