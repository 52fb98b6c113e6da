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
import io.vidgen.job.Shoot;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shots of a story: each scene's are made in its own way. */
final class StoryShots implements ShotSource {
  private final Telling telling;
  private final SortedMap<Integer, SceneShots> ways;
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
    this.ways = new SceneWays(telling, spoken, cast, tools).all();
    this.places =
        ways.entrySet().stream().flatMap(e -> e.getValue().places(e.getKey()).stream()).toList();
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
    boolean isOneWay = way.equals(way(after.scene())) || way.continues(way(after.scene()));
    return isOneWay && way.seamless(before, after);
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
      boolean isStill = telling.lowered().of(scene).still();
      if (telling.request().shootOf(scene) == Shoot.CLIP && !isStill) {
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
