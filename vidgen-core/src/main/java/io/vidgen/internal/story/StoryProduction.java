package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Story;
import java.util.List;
import java.util.Optional;

/** How a story is checked and made. */
public final class StoryProduction implements Production {
  private final Story request;
  private final Toolbox tools;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public StoryProduction(Story request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    return List.of(
        Problem.error("story", request.chaining() + " is not built yet", tools.recipe().id()));
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return port -> Optional.empty();
  }
}
