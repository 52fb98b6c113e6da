package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Shoot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shots of a story: each scene's are made in its own way. */
final class StoryShots implements ShotSource {
  private final Telling telling;
  private final Map<Integer, SceneShots> ways = new TreeMap<>();
  private final List<Place> places;

  /** For one job or plan. */
  StoryShots(Telling telling, Cast cast, Toolbox tools) {
    this.telling = telling;
    var filmed = IntStream.rangeClosed(1, telling.scenes()).boxed().collect(Collectors.toSet());
    var clips = new ClipShots(telling, filmed, cast, tools);
    filmed.forEach(scene -> ways.put(scene, clips));
    this.places =
        ways.keySet().stream().flatMap(scene -> way(scene).places(scene).stream()).toList();
  }

  /** How a scene is made. */
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

  void check(Checklist list) {
    var scenes = new LinkedHashMap<SceneShots, Set<Integer>>();
    ways.forEach((scene, way) -> scenes.computeIfAbsent(way, w -> new TreeSet<>()).add(scene));
    scenes.forEach((way, own) -> way.check(own, list));
    checkBuilt(list);
  }

  private void checkBuilt(Checklist list) {
    for (int scene : ways.keySet()) {
      if (telling.request().isDraft(scene) || telling.request().shootOf(scene) != Shoot.CLIP) {
        list.add(
            Problem.error(
                "script.scenes[" + (scene - 1) + "]",
                "only clips are built yet",
                "shoot it as a CLIP and no draft"));
      }
    }
  }
}
