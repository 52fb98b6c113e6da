package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.model.Character;
import io.vidgen.spi.VideoProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

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
    var first = run.get(0);
    var seen = new HashSet<>(cast.in(first.scene()));
    if (run.size() == 1 || seen.isEmpty()) {
      return;
    }
    list.add(
        Problem.warning(
            FIELD,
            String.format(
                Locale.ROOT,
                "reference pictures on scene %d's %s from the last frames of the clip before,"
                    + " without pictures",
                first.scene(),
                rest(run)),
            ""));
    for (var clip : run) {
      for (var late : cast.in(clip.scene())) {
        if (seen.add(late)) {
          list.add(Problem.warning(FIELD, withoutPicture(late, clip, first), remedy(late, first)));
        }
      }
    }
  }

  /** Which clips go on from others: the first one's scene may have several. */
  private static String rest(List<PlannedClip> run) {
    int first = run.get(0).scene();
    int from = first + 1;
    int to = run.get(run.size() - 1).scene();
    boolean several = run.get(1).scene() == first;
    var scenes = from == to ? "scene " + from : "scenes " + from + "-" + to;
    if (to == first) {
      return "first clip; its other clips go on";
    } else if (several) {
      return "first clip; its other clips and " + scenes + " go on";
    }
    return "clip; " + scenes + (from == to ? " goes" : " go") + " on";
  }

  private static String withoutPicture(Character late, PlannedClip clip, PlannedClip first) {
    return String.format(
        Locale.ROOT,
        "%s first appears in scene %d, which goes on from scene %d's clip: no picture says what"
            + " they look like there, only their description",
        late.name(),
        clip.scene(),
        first.scene());
  }

  private static String remedy(Character late, PlannedClip first) {
    return "let "
        + late.name()
        + " appear in scene "
        + first.scene()
        + " too, or let clips be chaining(SEPARATE)";
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
