package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.project.History;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Recipe;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.VideoRequest;
import java.util.List;

/**
 * One video.
 *
 * @param request what to make
 */
record OneVideo(VideoRequest request) implements Work<FinishedVideo> {
  @Override
  public History.Made made() {
    return History.Made.VIDEO;
  }

  @Override
  public List<String> terms() {
    return List.of();
  }

  @Override
  public Recipe<FinishedVideo> recipe(Toolbox tools, Lowering lowering) {
    return Productions.of(request, tools, lowering);
  }

  @Override
  public List<Problem> joined(List<Problem> problems) {
    return JoinedProblems.of(problems);
  }
}
