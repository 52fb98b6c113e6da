package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.StepDown;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.VideoProvider;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rungs of the user's order nobody here can take, whatever the scene: an id that is spelt
 * wrongly must not pass for one that is not needed.
 *
 * @param tools what there is
 */
record Rungs(Toolbox tools) {

  /** Whether nobody has it. */
  boolean isMissing(StepDown rung) {
    if (rung instanceof StepDown.Model model) {
      return !models().contains(model.id());
    }
    return rung instanceof StepDown.Elsewhere other && !makers().contains(other.id());
  }

  /** A warning for each that is missing, with those that there are. */
  List<Problem> missing(List<StepDown> order) {
    return order.stream().distinct().filter(this::isMissing).map(this::warning).toList();
  }

  private Problem warning(StepDown rung) {
    var there = rung instanceof StepDown.Model ? models() : makers();
    var known = there.isEmpty() ? "" : "; there are " + there;
    return Problem.warning(
        "overrun",
        "stepping down passes over " + rung + ": there is none" + known,
        "correct the id, or leave it out of stepDown(...)");
  }

  private Collection<String> models() {
    return tools.videos().matching(who -> true).stream()
        .flatMap(who -> Stream.concat(Stream.of(who), who.tiers().stream()))
        .map(VideoProvider::model)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Collection<String> makers() {
    var films = tools.videos().matching(who -> true).stream().map(VideoProvider::id);
    var draws = tools.images().matching(who -> true).stream().map(ImageProvider::id);
    return Stream.concat(films, draws).collect(Collectors.toCollection(TreeSet::new));
  }
}
