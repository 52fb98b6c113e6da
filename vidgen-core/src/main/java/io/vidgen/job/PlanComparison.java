package io.vidgen.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan beside the last finished render of the same project.
 *
 * @param state whether there is something to compare with
 * @param project name of the project, empty when there is none
 * @param since when the last render was finished, null unless compared
 * @param render id of that render, empty unless compared
 * @param changes what is different, in the order of the plan, removed steps last; empty when
 *     nothing changed
 */
public record PlanComparison(
    State state, String project, @Nullable Instant since, String render, List<PlanChange> changes) {
  /** A plan of nothing that has a name. */
  public static final PlanComparison UNNAMED =
      new PlanComparison(State.UNNAMED, "", null, "", List.of());

  /** Copies the list. */
  public PlanComparison {
    changes = List.copyOf(changes);
  }

  /** Whether there is something to compare with. */
  public enum State {
    /** Neither the options nor the script or theme name a project. */
    UNNAMED,
    /** No render of the project was finished with this ledger. */
    FIRST,
    /** It was compared with the last finished render. */
    COMPARED
  }

  /**
   * The outcome in words.
   *
   * @return one line without its end
   */
  public String summary() {
    return switch (state) {
      case UNNAMED -> "not compared: neither the options nor a title name the project";
      case FIRST -> "not compared: no render of this project was finished before";
      case COMPARED ->
          changes.isEmpty()
              ? "nothing changed since the render of " + time()
              : changes.size()
                  + (changes.size() == 1 ? " step" : " steps")
                  + " changed since the render of "
                  + time();
    };
  }

  /** People do not read nanoseconds. */
  private String time() {
    return since == null ? "" : since.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
