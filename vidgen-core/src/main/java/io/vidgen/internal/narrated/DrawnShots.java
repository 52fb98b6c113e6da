package io.vidgen.internal.narrated;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Narrated;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shots of a narrated video, whose pictures several makers may draw. */
final class DrawnShots implements ShotSource {
  private final List<NarratedShots> shots = new ArrayList<>();
  private final List<Place> places;

  /** What a request says over the pictures of another, or its own. */
  DrawnShots(Narrated request, Narrated pictured, Toolbox tools, Lowered lowered) {
    Map<String, NarratedShots> byMaker = new HashMap<>();
    for (int scene = 1; scene <= request.script().scenes().size(); scene++) {
      var maker = lowered.of(scene).draws();
      shots.add(
          byMaker.computeIfAbsent(
              maker == null ? "" : maker.id(),
              id -> new NarratedShots(request, pictured, tools.drawing(maker))));
    }
    places = shots.get(0).places();
  }

  void check(List<Integer> scenes, Checklist list) {
    var same = new LinkedHashMap<NarratedShots, List<Integer>>();
    for (int scene : scenes) {
      same.computeIfAbsent(shots.get(scene - 1), s -> new ArrayList<>()).add(scene);
    }
    same.forEach((by, numbers) -> by.check(numbers, list));
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    return shots.get(index).shot(index, port);
  }

  @Override
  public @Nullable Visual picture(int index, StepPort port) {
    return shots.get(index).picture(index, port);
  }

  @Override
  public Duration atLeast(int index) {
    return shots.get(index).atLeast(index);
  }

  /** Whether the picture of a scene was made in the shape of the pictures. */
  boolean isShared(int scene) {
    return shots.get(scene - 1).isShared(scene);
  }
}
