package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.project.History;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Recipe;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.VideoRequest;
import java.util.List;

/**
 * What is planned and rendered.
 *
 * @param <T> what it ends with
 */
interface Work<T> {

  /** Says whose project it is, who appears in it, and which scenes can be made with less. */
  VideoRequest request();

  History.Made made();

  /** What besides request and budgets leads to a decision to make scenes with less. */
  List<String> terms();

  /**
   * How it is made.
   *
   * @param tools with what
   * @param lowering decides which scenes are made with less
   * @return a recipe for one job or plan
   */
  Recipe<T> recipe(Toolbox tools, Lowering lowering);

  /** The same problems, each said once. */
  List<Problem> joined(List<Problem> problems);
}
