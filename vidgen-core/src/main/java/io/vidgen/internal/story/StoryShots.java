package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.Toolbox;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shots of a story: each scene's are made in its own way. */
final class StoryShots implements ShotSource {
  private final Telling telling;
  private final Set<Integer> filmed;
  private final SceneShots clips;
  private final List<Place> places;

  /** For one job or plan. */
  StoryShots(Telling telling, Cast cast, Toolbox tools) {
    this.telling = telling;
    this.filmed = new TreeSet<>(scenes());
    this.clips = new ClipShots(telling, filmed, cast, tools);
    this.places = scenes().stream().flatMap(scene -> way(scene).places(scene).stream()).toList();
  }

  private List<Integer> scenes() {
    return IntStream.rangeClosed(1, telling.scenes()).boxed().toList();
  }

  /** How a scene is made. */
  private SceneShots way(int scene) {
    return clips;
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
    clips.check(filmed, list);
  }
}
