package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.deliverable.FinishedSet;
import io.vidgen.internal.deliverable.SetProduction;
import io.vidgen.internal.project.History;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Recipe;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Deliverable;
import io.vidgen.job.Deliverables;
import io.vidgen.job.VideoRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several videos from one purchase. What is lowered is so in all of them.
 *
 * @param set what to make
 */
record SeveralVideos(Deliverables set) implements Work<FinishedSet> {
  @Override
  public VideoRequest request() {
    return set.request();
  }

  @Override
  public History.Made made() {
    return History.Made.SET;
  }

  /** All of them are paid from one budget. */
  @Override
  public List<String> terms() {
    var names = set.outputs().stream().map(Deliverable::name);
    return List.of(names.sorted().collect(Collectors.joining(" ", "deliverables ", "")));
  }

  @Override
  public Recipe<FinishedSet> recipe(Toolbox tools, Lowering lowering) {
    return new SetProduction(set, tools, lowering);
  }

  @Override
  public List<Problem> joined(List<Problem> problems) {
    return SetProduction.joined(set, JoinedProblems.of(problems));
  }
}
