package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.money.Price;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What each rung costs for each scene, by one plan for each rung with all scenes on it: leaves out
 * rungs that cannot be taken or save nothing, and finds scenes that are bought on one of them.
 */
final class Levels {
  private static final Pattern SCENE = Pattern.compile("script\\.scenes\\[(\\d{1,6})].*");

  private final Plans plans;
  private final Stairs stairs;
  private final SceneCosts asked;
  private Lowered start;

  Levels(Plans plans, Stairs stairs, Planned asked, Lowered start) {
    this.plans = plans;
    this.stairs = stairs;
    this.asked = asked.costs();
    this.start = start;
  }

  /** Where the descent begins, with what was found to be bought. */
  Lowered start() {
    return start;
  }

  /** Leaves only means that are cheaper than those before them. */
  void prune(Map<Integer, List<Means>> ways) {
    var least = new HashMap<Integer, Price>();
    ways.keySet().forEach(scene -> least.put(scene, asked.price(scene)));
    for (int rung = 0; rung < rungs(ways); ) {
      var planned = plans.plan(at(rung, ways));
      var errors = planned.errors();
      if (!errors.isEmpty()) {
        leaveOut(errors, rung, ways);
      } else if (!leaveOutDear(planned.costs(), rung, ways, least)) {
        rung++;
      }
    }
  }

  private static int rungs(Map<Integer, List<Means>> ways) {
    return ways.values().stream().mapToInt(List::size).max().orElse(0);
  }

  private Lowered at(int rung, Map<Integer, List<Means>> ways) {
    var scenes = new TreeMap<>(start.scenes());
    ways.forEach(
        (scene, means) -> {
          if (!means.isEmpty()) {
            scenes.put(scene, means.get(Math.min(rung, means.size() - 1)));
          }
        });
    return new Lowered(scenes, start.begins(), List.of());
  }

  private void leaveOut(List<Problem> errors, int rung, Map<Integer, List<Means>> ways) {
    var named = new TreeMap<Integer, String>();
    for (var error : errors) {
      var field = SCENE.matcher(error.field());
      if (field.matches()) {
        named.putIfAbsent(Integer.parseInt(field.group(1)) + 1, error.message());
      }
    }
    var scenes = new TreeSet<>(ways.keySet());
    scenes.removeIf(scene -> ways.get(scene).size() <= rung);
    if (scenes.stream().anyMatch(named::containsKey)) {
      scenes.retainAll(named.keySet());
    }
    for (int scene : scenes) {
      var why = named.getOrDefault(scene, errors.get(0).message());
      stairs.passOver(scene, ways.get(scene).remove(rung).name(), why);
    }
    if (scenes.isEmpty()) {
      // Nothing is left to leave out, so these errors come from scenes that are bought already.
      ways.values().forEach(List::clear);
    }
  }

  /** Returns whether the rung has to be looked at once more, since others have moved up to it. */
  private boolean leaveOutDear(
      SceneCosts costs, int rung, Map<Integer, List<Means>> ways, Map<Integer, Price> least) {
    boolean again = false;
    var bought = new HashSet<Integer>();
    for (var way : ways.entrySet()) {
      int scene = way.getKey();
      var means = way.getValue();
      if (means.size() <= rung) {
        continue;
      }
      var price = costs.price(scene);
      if (costs.isBegun(scene)) {
        bought.add(scene);
      } else if (SceneCosts.saved(least.get(scene), price) instanceof Price.Free) {
        stairs.passOver(scene, means.remove(rung).name(), "it saves nothing");
        again |= means.size() > rung;
      } else {
        least.put(scene, price);
      }
    }
    keep(bought, rung, ways);
    return again;
  }

  private void keep(Set<Integer> bought, int rung, Map<Integer, List<Means>> ways) {
    if (bought.isEmpty()) {
      return;
    }
    var scenes = new TreeMap<>(start.scenes());
    var begins = new HashSet<>(start.begins());
    for (int scene : new TreeSet<>(bought)) {
      scenes.put(scene, ways.remove(scene).get(rung));
      if (!bought.contains(scene - 1)) {
        begins.add(scene);
      }
    }
    start = new Lowered(scenes, begins, List.of());
  }
}
