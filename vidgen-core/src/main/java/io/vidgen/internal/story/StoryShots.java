package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.StoryNote;
import io.vidgen.internal.video.StoryNote.CharacterNote;
import io.vidgen.internal.video.StoryNote.SceneNote;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import io.vidgen.model.Visual;
import io.vidgen.spi.ClipLimits;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shots of a story: each scene's are made in its own way. */
final class StoryShots implements ShotSource {
  private final Telling telling;
  private final Map<Integer, SceneShots> ways = new TreeMap<>();
  private final List<Place> places;
  private final Cast cast;

  /** For one job or plan. */
  StoryShots(Telling telling, Cast cast, Toolbox tools) {
    this(telling, telling, cast, tools);
  }

  /** With the words of another telling over the pictures of the first. */
  StoryShots(Telling telling, Telling spoken, Cast cast, Toolbox tools) {
    this.telling = telling;
    this.cast = cast;
    var free = FreeTools.of(tools, spoken.language());
    var draft = new ClipDrafts(spoken, wholePlan(spoken, tools), free);
    var sketch = new NarratedDrafts(spoken, free);
    var narrated = new NarratedScenes(spoken, telling, tools);
    var avatars = new AvatarScenes(spoken, cast, tools);
    var filmed = new ClipShots(telling, filmed(), cast, tools);
    var clips = spoken.equals(telling) ? filmed : new DubbedClips(filmed, spoken, tools);
    for (int scene = 1; scene <= telling.scenes(); scene++) {
      boolean isClip = telling.shootOf(scene) == Shoot.CLIP;
      if (telling.request().isDraft(scene)) {
        ways.put(scene, isClip ? draft : sketch);
      } else {
        boolean isAvatar = telling.shootOf(scene) == Shoot.AVATAR;
        ways.put(scene, isClip ? clips : isAvatar ? avatars : narrated);
      }
    }
    this.places =
        ways.entrySet().stream().flatMap(e -> e.getValue().places(e.getKey()).stream()).toList();
  }

  /** All clips that there will be once no scene is a draft any more. */
  private static ClipPlan wholePlan(Telling telling, Toolbox tools) {
    var clips = telling.scenesOf(Shoot.CLIP);
    var shape = ClipPlan.of(telling, clips, ClipLimits.PLAIN);
    var planner = new ClipPurchase(telling, shape.isExtended(), tools).planner();
    return ClipPlan.of(telling, clips, planner == null ? ClipDrafts.USUAL : planner.limits());
  }

  /**
   * The scenes that are clips now. Pictures between clips are those of the whole story, so that a
   * clip that was bought does not change when its neighbour is bought too.
   */
  private Set<Integer> filmed() {
    var clips = telling.scenesOf(Shoot.CLIP);
    if (telling.request().chaining() != Chaining.INTERPOLATED) {
      clips.removeIf(telling.request()::isDraft);
    }
    return clips;
  }

  private SceneShots way(int scene) {
    return Objects.requireNonNull(ways.get(scene));
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    var place = places.get(index);
    return way(place.scene()).shot(place, port);
  }

  @Override
  public Duration atLeast(int index) {
    var place = places.get(index);
    return way(place.scene()).atLeast(place);
  }

  @Override
  public @Nullable Visual picture(int index, StepPort port) {
    var place = places.get(index);
    return way(place.scene()).picture(place, port);
  }

  @Override
  public boolean seamless(int left) {
    var before = places.get(left);
    var after = places.get(left + 1);
    var way = way(before.scene());
    return way.equals(way(after.scene())) && way.seamless(before, after);
  }

  @Override
  public List<List<Sound>> sounds(List<Shot> shots) {
    return shots.stream().map(shot -> way(shot.place().scene()).sounds(shot)).toList();
  }

  @Override
  public StoryNote note() {
    var notes = new TreeMap<Integer, SceneNote>();
    ways.forEach((scene, way) -> notes.put(scene, note(scene, way)));
    return new StoryNote(telling.request().chaining(), notes);
  }

  private SceneNote note(int scene, SceneShots way) {
    var shoot = telling.shootOf(scene);
    var seen = cast.in(scene);
    var characters =
        IntStream.range(0, seen.size())
            .mapToObj(
                i -> new CharacterNote(seen.get(i).id(), seen.get(i).name(), way.kept(scene, i)))
            .toList();
    int clips = shoot == Shoot.CLIP ? way.places(scene).size() : 0;
    return new SceneNote(shoot, telling.request().isDraft(scene), clips, characters);
  }

  void check(Checklist list) {
    for (int scene : telling.scenesOf(Shoot.NARRATED)) {
      if (telling.request().shootOf(scene) == Shoot.CLIP) {
        list.add(
            Problem.warning(
                Telling.field(scene) + ".media",
                "the scene brings its own picture, so it is narrated over that and not filmed",
                "leave the picture out to have a clip made"));
      }
    }
    for (var way : new LinkedHashSet<>(ways.values())) {
      var scenes = new TreeSet<>(ways.keySet());
      scenes.removeIf(scene -> way(scene) != way);
      way.check(scenes, list);
    }
  }
}
