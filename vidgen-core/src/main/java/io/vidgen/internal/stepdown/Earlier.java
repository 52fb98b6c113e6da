package io.vidgen.internal.stepdown;

import io.vidgen.internal.stepdown.Decisions.Decision;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.job.PlannedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Finds what was bought after an earlier decision, so that it is kept whatever is decided now.
 *
 * @param decisions what was decided before
 * @param plans makes plans
 * @param asked the plan with nothing lowered
 * @param scenesLeft those of which nothing is bought as asked
 * @param stairs what scenes can be made with
 */
record Earlier(
    Decisions decisions, Plans plans, Planned asked, SortedSet<Integer> scenesLeft, Stairs stairs) {

  /**
   * Where the descent begins.
   *
   * @param lowered what is as it was bought
   * @param planned its plan
   */
  record Start(Lowered lowered, Planned planned) {}

  Start start(List<Decision> before) {
    for (var decision : before) {
      var lowered = resolved(decision);
      var planned = lowered.scenes().isEmpty() ? asked : plans.plan(lowered);
      if (!planned.errors().isEmpty()) {
        continue;
      }
      var costs = planned.costs();
      // Under the same terms a render that was cut off goes on as it was planned.
      if (decisions.isOfNow(decision) && isAnyBegun(costs) && plans.fits(planned)) {
        return new Start(lowered, planned);
      }
      var kept = kept(lowered, costs);
      if (!kept.scenes().isEmpty()) {
        return new Start(kept, plans.plan(kept));
      }
    }
    return new Start(Lowered.NONE, asked);
  }

  private Lowered resolved(Decision decision) {
    var scenes = new TreeMap<Integer, Means>();
    decision
        .scenes()
        .forEach(
            (scene, name) ->
                stairs
                    .named(name)
                    .filter(means -> scenesLeft.contains(scene))
                    .ifPresent(means -> scenes.put(scene, means)));
    return new Lowered(scenes, Set.copyOf(decision.begins()), List.of());
  }

  private boolean isAnyBegun(SceneCosts costs) {
    return asked.plan().steps().stream()
        .mapToInt(PlannedStep::scene)
        .distinct()
        .anyMatch(costs::isBegun);
  }

  /** Scenes that are bought so, and would not be found as they were asked for. */
  private Lowered kept(Lowered lowered, SceneCosts costs) {
    var scenes = new TreeMap<Integer, Means>();
    var begins = new HashSet<Integer>();
    for (int scene : scenesLeft) {
      if (costs.isBegun(scene)) {
        var means = lowered.of(scene);
        scenes.put(scene, means);
        boolean goesOn =
            !lowered.begins().contains(scene) && Objects.equals(scenes.get(scene - 1), means);
        if (!goesOn) {
          begins.add(scene);
        }
      }
    }
    return new Lowered(scenes, begins, List.of());
  }
}
