package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;

/**
 * Finds clips that were bought and will be bought anew, because a scene before them became a clip
 * too and they go on from that now.
 *
 * @param plan the clips as they are now
 * @param cast who appears
 * @param purchase who makes clips
 * @param tools what there is
 */
record ReplacedClips(ClipPlan plan, Cast cast, ClipPurchase purchase, Toolbox tools) {

  /** Warns of each, once everything that can be known of the clips is known. */
  void check(ClipRuns runs, Checklist list) {
    if (plan.chaining() != Chaining.EXTENDED) {
      return;
    }
    for (var clip : plan.clips()) {
      var before = plan.before(clip);
      if (before != null && !isBought(clip, runs) && wasFirst(clip)) {
        list.add(
            Problem.warning(
                clip.field(),
                "its clip was bought as the first of a chain, and now it goes on from scene "
                    + before.scene()
                    + ": it is bought anew, and so is every clip that went on from it",
                "promote scenes in order, or let clips be chaining(SEPARATE)"));
      }
    }
  }

  private static boolean isBought(PlannedClip clip, ClipRuns runs) {
    return runs.known(clip) != null;
  }

  private boolean wasFirst(PlannedClip clip) {
    var planner = purchase.planner();
    if (planner == null) {
      return false;
    }
    var limits = planner.limits();
    return cast.references(clip.scene(), limits.maxReferences(), new PlanPort(tools.ledger()))
        .map(
            pictures ->
                new Wanted(
                    clip,
                    cast.in(clip.scene()),
                    clip.alone(),
                    pictures,
                    null,
                    null,
                    null))
        .filter(purchase::isBegun)
        .isPresent();
  }
}
