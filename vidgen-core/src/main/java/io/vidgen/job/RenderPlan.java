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
 * @param stepDowns the scenes that are made with less than was asked for, to stay within a budget
 * @param price what all steps together cost
 * @param expected how long the render takes, roughly, when nothing runs side by side
 */
public record RenderPlan(
    List<PlannedStep> steps,
    List<Problem> problems,
    List<SteppedDown> stepDowns,
    Price price,
    Duration expected) {

  /** Copies the lists. */
  public RenderPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
    stepDowns = List.copyOf(stepDowns);
  }

  /**
   * A plan that keeps to what was asked for.
   *
   * @param steps the steps in the order in which they can begin
   * @param problems everything that is wrong or worth knowing
   * @return the plan, with the price and time of all steps together
   */
  public static RenderPlan of(List<PlannedStep> steps, List<Problem> problems) {
    return new RenderPlan(
        steps,
        problems,
        List.of(),
        steps.stream().map(PlannedStep::price).reduce(Price.free(), Price::plus),
        steps.stream().map(PlannedStep::expected).reduce(Duration.ZERO, Duration::plus));
  }

  /**
   * The same steps with other problems.
   *
   * @param problems everything that is wrong or worth knowing
   * @return a plan
   */
  public RenderPlan withProblems(List<Problem> problems) {
    return new RenderPlan(steps, problems, stepDowns, price, expected);
  }

  /**
   * The same steps, which came about by stepping down.
   *
   * @param stepDowns the scenes that are made with less than was asked for
   * @return a plan
   */
  public RenderPlan withStepDowns(List<SteppedDown> stepDowns) {
    return new RenderPlan(steps, problems, stepDowns, price, expected);
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
