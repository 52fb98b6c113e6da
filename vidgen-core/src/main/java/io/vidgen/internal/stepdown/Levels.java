package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.money.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each rung costs for each scene, by one plan for each rung with all scenes on it: leaves out
 * rungs that cannot be taken or save nothing, and finds scenes that are bought on one of them.
 */
final class Levels {
  /** Those of deliverables are said with the names of these before them. */
  private static final Pattern SCENE =
      Pattern.compile("(?:[^/]*/)?script\\.scenes\\[(\\d{1,6})].*");

  private final Plans plans;
  private final Stairs stairs;
  private final SceneCosts asked;
  private final Map<Integer, List<Price>> prices = new HashMap<>();
  private Lowered start;
  private @Nullable Planned lowest;
  private Map<Integer, Means> bottom = Map.of();

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

  /** What a scene costs as asked, and then with each of its means. */
  List<Price> prices(int scene) {
    return prices.getOrDefault(scene, List.of());
  }

  /** The plan with all scenes as low as they can be; null where it is not known. */
  @Nullable Planned lowest() {
    return lowest;
  }

  /** With what scenes are made in {@link #lowest}. */
  Map<Integer, Means> bottom() {
    return bottom;
  }

  /**
   * Leaves only means that are cheaper than those before them.
   *
   * @param ways the means of each scene
   * @param together whether all scenes go down, so that nobody has to go below the first rung on
   *     which everything fits
   */
  void prune(Map<Integer, List<Means>> ways, boolean together) {
    ways.keySet().forEach(scene -> prices.put(scene, new ArrayList<>(List.of(asked.price(scene)))));
    for (int rung = 0; rung < rungs(ways); ) {
      var planned = plans.plan(at(rung, ways));
      var errors = planned.errors();
      if (!errors.isEmpty()) {
        leaveOut(errors, rung, ways);
      } else if (!leaveOutDear(planned.costs(), rung, ways)) {
        rung++;
        if (rung == rungs(ways) || (together && plans.fits(planned))) {
          leaveOutBelow(rung, ways);
          lowest = planned;
          bottom = at(rung, ways).scenes();
          return;
        }
      }
      lowest = null;
    }
  }

  private static void leaveOutBelow(int rungs, Map<Integer, List<Means>> ways) {
    for (var means : ways.values()) {
      if (means.size() > rungs) {
        means.subList(rungs, means.size()).clear();
      }
    }
  }

  private static List<Means> means(int scene, Map<Integer, List<Means>> ways) {
    return ways.getOrDefault(scene, List.of());
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
    scenes.removeIf(scene -> means(scene, ways).size() <= rung);
    if (scenes.stream().anyMatch(named::containsKey)) {
      scenes.retainAll(named.keySet());
    }
    for (int scene : scenes) {
      var why = named.getOrDefault(scene, errors.get(0).message());
      stairs.passOver(scene, means(scene, ways).remove(rung).name(), why);
    }
    if (scenes.isEmpty()) {
      // Nothing is left to leave out, so these errors come from scenes that are bought already.
      ways.values().forEach(List::clear);
    }
  }

  /** Returns whether the rung has to be looked at once more, since others have moved up to it. */
  private boolean leaveOutDear(SceneCosts costs, int rung, Map<Integer, List<Means>> ways) {
    boolean again = false;
    var bought = new HashSet<Integer>();
    for (var way : ways.entrySet()) {
      int scene = way.getKey();
      var means = way.getValue();
      if (means.size() <= rung) {
        continue;
      }
      var price = costs.price(scene);
      var known = prices.computeIfAbsent(scene, n -> new ArrayList<>(List.of(asked.price(n))));
      // On a second look the price of this rung is known already.
      var before = known.get(rung);
      if (costs.isBegun(scene)) {
        bought.add(scene);
      } else if (SceneCosts.saved(before, price) instanceof Price.Free) {
        stairs.passOver(scene, means.remove(rung).name(), "it saves nothing");
        again = true;
      } else if (known.size() == rung + 1) {
        known.add(price);
      } else {
        known.set(rung + 1, price);
      }
    }
    keep(bought, rung, ways);
    return again || !bought.isEmpty();
  }

  private void keep(Set<Integer> bought, int rung, Map<Integer, List<Means>> ways) {
    if (bought.isEmpty()) {
      return;
    }
    var scenes = new TreeMap<>(start.scenes());
    var begins = new HashSet<>(start.begins());
    for (int scene : new TreeSet<>(bought)) {
      scenes.put(scene, means(scene, ways).get(rung));
      ways.remove(scene);
      if (!bought.contains(scene - 1)) {
        begins.add(scene);
      }
    }
    start = new Lowered(scenes, begins, List.of());
  }
}
