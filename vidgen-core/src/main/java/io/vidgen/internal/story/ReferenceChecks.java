package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.spi.VideoProvider;
import java.util.List;

/** Says where characters are kept by pictures, and where they are not. */
record ReferenceChecks(
    ClipPlan plan, Cast cast, VideoProvider planner, Toolbox tools, Checklist list) {
  private static final String FIELD = "characters";

  void check() {
    if (plan.clips().stream().allMatch(clip -> cast.in(clip.scene()).isEmpty())) {
      return;
    }
    var limits = planner.limits();
    if (plan.chaining() == Chaining.INTERPOLATED) {
      return;
    } else if (limits.maxReferences() == 0) {
      list.add(
          Problem.warning(
              FIELD,
              planner.id() + " takes no reference pictures: characters are only described in words",
              "choose a video provider that takes them, or chaining(INTERPOLATED)"));
      return;
    }
    boolean later = plan.chaining() == Chaining.SEPARATE || limits.extensionReferences();
    for (var run : plan.runs()) {
      run.stream().limit(later ? run.size() : 1).forEach(this::checkCount);
      if (!later) {
        checkLater(run);
      }
    }
  }

  private void checkLater(List<PlannedClip> run) {
    if (run.size() > 1 && !cast.in(run.get(0).scene()).isEmpty()) {
      int from = run.get(1).scene();
      int to = run.get(run.size() - 1).scene();
      list.add(
          Problem.warning(
              FIELD,
              "reference pictures on scene "
                  + run.get(0).scene()
                  + "'s clip; "
                  + (from == to ? "scene " + from + " goes" : "scenes " + from + "-" + to + " go")
                  + " on from the last frames of the clip before, without pictures",
              ""));
    }
  }

  private void checkCount(PlannedClip clip) {
    int there =
        cast.references(clip.scene(), new PlanPort(tools.ledger())).map(List::size).orElse(0);
    int most = planner.limits().maxReferences();
    if (there > most) {
      list.add(
          Problem.warning(
              clip.field(),
              planner.id() + " takes " + most + " of its " + there + " reference pictures",
              ""));
    }
  }
}
