package io.vidgen.job;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What rendering a request would do, and cost. Making a plan sends nothing and spends nothing.
 *
 * @param steps the steps in the order in which they can begin
 * @param problems everything that is wrong or worth knowing
 * @param price what all steps together cost
 * @param expected how long the render takes, roughly, when nothing runs side by side
 */
public record RenderPlan(
    List<PlannedStep> steps, List<Problem> problems, Price price, Duration expected) {

  /** Copies the lists. */
  public RenderPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /**
   * Whether nothing stops the render.
   *
   * @return true if no problem is an error
   */
  public boolean isRunnable() {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /**
   * How many steps have an action.
   *
   * @param action an action
   * @return the count
   */
  public long count(PlannedStep.Action action) {
    return steps.stream().filter(step -> step.action() == action).count();
  }

  /**
   * The plan as a table for people.
   *
   * @return several lines
   */
  public String describe() {
    var text = new StringBuilder();
    for (var step : steps) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-16s %-6s %-14s %-22s %s%n",
              step.id(),
              step.action(),
              step.provider(),
              brief(step.price()),
              why(step)));
    }
    text.append(
        String.format(Locale.ROOT, "total: %s, about %d s%n", brief(price), expected.toSeconds()));
    problems.forEach(
        p ->
            text.append(p.severity().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(p)
                .append(System.lineSeparator()));
    return text.toString();
  }

  private static String brief(Price price) {
    return price instanceof Price.Unknown ? "unknown" : price.toString();
  }

  /** What has no fixed length stands last, so that the columns stay columns. */
  private static String why(PlannedStep step) {
    return step.price() instanceof Price.Unknown unknown
        ? step.reason() + "; " + unknown.reason()
        : step.reason();
  }
}
