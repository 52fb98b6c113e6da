package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Portrait;
import io.vidgen.internal.video.SpokenName;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.SceneParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Characters with the pictures that they bring, or else one that is drawn for all scenes. */
final class DrawnCast implements Cast {
  private final Telling telling;
  private final Toolbox tools;
  private final List<Named> all;
  private final Set<Character> drawn = new HashSet<>();

  DrawnCast(Telling telling, Toolbox tools) {
    this.telling = telling;
    this.tools = tools;
    this.all = named(telling.request().characters());
  }

  static List<Named> named(List<Character> characters) {
    return characters.stream().map(c -> new Named(c, SpokenName.of(c.name()))).toList();
  }

  @Override
  public List<Character> in(int scene) {
    return in(telling.scene(scene), all);
  }

  static List<Character> in(Scene scene, List<Named> all) {
    var text = text(scene);
    var named = all.stream().filter(c -> c.name().isIn(text)).map(Named::character).toList();
    return named.isEmpty() ? all.stream().limit(1).map(Named::character).toList() : named;
  }

  @Override
  public Optional<List<Artifact>> references(int scene, StepPort port) {
    // All are asked for before any is waited for.
    var pictures = in(scene).stream().map(c -> pictures(c, port)).toList();
    return pictures.stream().allMatch(Optional::isPresent)
        ? Optional.of(bestFirst(pictures.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  private Optional<List<Artifact>> pictures(Character character, StepPort port) {
    if (!character.references().isEmpty()) {
      return Optional.of(character.references());
    }
    drawn.add(character);
    return tools.images().providers().isEmpty()
        ? Optional.empty()
        : port.need(Portrait.of(character).step(tools)).map(ImageResult::image).map(List::of);
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

  /**
   * Finds what is wrong with who appears; to be called when all pictures that are needed have been
   * asked for, so that nobody else is drawn.
   */
  void check(Checklist list) {
    var ids = new HashSet<String>();
    for (var named : all) {
      var id = named.character().id();
      if (!ids.add(id)) {
        list.add(
            Problem.error(
                "characters", "two have the id '" + id + "'", "give each one of its own"));
      }
    }
    var seen =
        IntStream.rangeClosed(1, telling.scenes())
            .mapToObj(this::in)
            .flatMap(List::stream)
            .toList();
    for (int i = 0; i < all.size(); i++) {
      var character = all.get(i).character();
      var field = "characters[" + i + "]";
      if (!seen.contains(character)) {
        list.add(
            Problem.warning(
                field,
                "no scene mentions '" + character.name() + "'",
                "name them in what is seen or said, as the script writes it"));
      } else if (drawn.contains(character)) {
        Portrait.of(character).check(tools, field + ".description", list);
      }
    }
  }

  /** What is told of a scene; whoever has lines in it is there in whatever words they are said. */
  private static String text(Scene scene) {
    var spoken = SceneParts.spoken(scene);
    var speakers = spoken.isEmpty() ? spoken : scene.dialogue();
    var texts = Stream.of(scene.heading(), scene.visual());
    var names = speakers.stream().map(DialogueLine::speaker);
    var words = spoken.stream().map(DialogueLine::text);
    return Stream.of(texts, names, words).flatMap(part -> part).collect(Collectors.joining("\n"));
  }

  /** Somebody, and how texts name them. */
  record Named(Character character, SpokenName name) {}
}
