package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.talking.AvatarShots;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Avatar;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scenes that a character of the story speaks as an avatar: what an avatar video of the script has
 * for them. Whoever speaks the scene's lines alone is the one, else whoever it mentions first.
 */
final class AvatarScenes implements SceneShots {
  private final Telling telling;
  private final Cast cast;
  private final Toolbox tools;
  private final Map<Integer, AvatarShots> planned = new HashMap<>();
  private final Map<Integer, AvatarShots> drawn = new HashMap<>();

  AvatarScenes(Telling telling, Cast cast, Toolbox tools) {
    this.telling = telling;
    this.cast = cast;
    this.tools = tools;
  }

  private Optional<Character> speaker(int scene) {
    var names =
        telling.scene(scene).dialogue().stream()
            .map(line -> line.speaker().strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    var all = telling.request().characters();
    var alone =
        names.size() == 1
            ? all.stream()
                .filter(c -> c.name().strip().toLowerCase(Locale.ROOT).equals(names.get(0)))
                .findFirst()
            : Optional.<Character>empty();
    return alone.or(() -> cast.in(scene).stream().findFirst());
  }

  @Override
  public List<Place> places(int scene) {
    return planned(scene).places();
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    int scene = place.scene();
    var shots = drawn.get(scene);
    if (shots == null) {
      var portrait = new Missing(port);
      var face = face(scene, portrait);
      if (face.isEmpty()) {
        planned(scene).expect(index(scene, place), portrait.then());
        return null;
      }
      shots = shots(scene, face.get());
      drawn.put(scene, shots);
    }
    return shots.shot(index(scene, place), port);
  }

  private int index(int scene, Place place) {
    return planned(scene).places().indexOf(place);
  }

  /** Who speaks, with a face; empty while that is drawn. */
  private Optional<Speaking> face(int scene, StepPort port) {
    var who = speaker(scene).orElse(null);
    if (who == null || !isDrawn(who)) {
      return Optional.of(new Speaking(who));
    }
    return cast.references(scene, port)
        .map(pictures -> new Speaking(withFace(scene, who, pictures)));
  }

  private record Speaking(@Nullable Character who) {}

  private static boolean isDrawn(Character who) {
    return who.avatar() == null && who.references().isEmpty();
  }

  /** The best picture of each comes first, in the order of the cast. */
  private Character withFace(int scene, Character who, List<Artifact> pictures) {
    int index = Math.max(0, cast.in(scene).indexOf(who));
    return index < pictures.size() ? who.withReferences(List.of(pictures.get(index))) : who;
  }

  /** As far as can be known before a face is drawn; it decides how the scene is cut. */
  private AvatarShots planned(int scene) {
    var known = planned.get(scene);
    if (known == null) {
      var who = speaker(scene).orElse(null);
      var shown =
          who != null && isDrawn(who) ? who.withReferences(List.of(StandIn.picture())) : who;
      known = shots(scene, new Speaking(shown));
      planned.put(scene, known);
    }
    return known;
  }

  private AvatarShots shots(int scene, Speaking speaking) {
    return new AvatarShots(avatar(speaking.who()), List.of(scene), tools);
  }

  private Avatar avatar(@Nullable Character who) {
    var story = telling.request();
    return new Avatar(
        telling.script(),
        null,
        null,
        who,
        who != null && who.voice() != null ? null : story.voice(),
        story.speed(),
        null,
        null,
        story.format(),
        story.quality(),
        story.captions(),
        story.captionOptions(),
        null,
        "",
        story.musicGainDb(),
        story.transition(),
        story.lead(),
        story.pause(),
        telling.takes());
  }

  @Override
  public void check(Set<Integer> scenes, Checklist list) {
    for (int scene : scenes) {
      var who = speaker(scene).orElse(null);
      if (who == null) {
        list.add(
            Problem.error(
                Telling.field(scene),
                "an avatar is to speak it, and the story has no characters",
                "say who speaks by characters(...), or shoot the scene in another way"));
      } else {
        if (isDrawn(who)) {
          // Whoever draws faces checks those that were asked for.
          var unused = cast.references(scene, new PlanPort(tools.ledger()));
        }
        planned(scene).check(isDrawn(who), list);
      }
    }
  }
}
