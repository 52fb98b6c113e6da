package io.vidgen.job;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rendering a request would do, and cost: a bill by scene and step, and what changed since the
 * last render of the project. Making a plan sends nothing, spends nothing and writes nothing.
 *
 * @param steps the steps in the order in which they can begin
 * @param problems everything that is wrong or worth knowing
 * @param stepDowns the scenes that are made with less than was asked for, to stay within a budget
 * @param comparison what is different from the last finished render of the project
 */
public record RenderPlan(
    List<PlannedStep> steps,
    List<Problem> problems,
    List<SteppedDown> stepDowns,
    PlanComparison comparison) {

  /** Copies the lists. */
  public RenderPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
    stepDowns = List.copyOf(stepDowns);
  }

  /**
   * A plan that keeps to what was asked for, compared with nothing.
   *
   * @param steps the steps in the order in which they can begin
   * @param problems everything that is wrong or worth knowing
   * @return the plan
   */
  public static RenderPlan of(List<PlannedStep> steps, List<Problem> problems) {
    return new RenderPlan(steps, problems, List.of(), PlanComparison.UNNAMED);
  }

  /**
   * The same steps with other problems.
   *
   * @param problems everything that is wrong or worth knowing
   * @return a plan
   */
  public RenderPlan withProblems(List<Problem> problems) {
    return new RenderPlan(steps, problems, stepDowns, comparison);
  }

  /**
   * The same steps, which came about by stepping down.
   *
   * @param stepDowns the scenes that are made with less than was asked for
   * @return a plan
   */
  public RenderPlan withStepDowns(List<SteppedDown> stepDowns) {
    return new RenderPlan(steps, problems, stepDowns, comparison);
  }

  /**
   * The same steps beside an earlier render.
   *
   * @param comparison what is different
   * @return a plan
   */
  public RenderPlan withComparison(PlanComparison comparison) {
    return new RenderPlan(steps, problems, stepDowns, comparison);
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
   * What all steps together cost, in one price: unknown as soon as one of them has no price, or two
   * have different currencies, or when nothing could be planned. {@link #bill()} keeps them apart.
   *
   * @return the price
   */
  public Price price() {
    if (isUnplanned()) {
      return new Price.Unknown(Bill.NOT_PLANNED.unknown().get(0).reason());
    }
    return steps.stream().map(PlannedStep::price).reduce(Price.free(), Price::plus);
  }

  /**
   * How long the render takes, roughly, if it is begun now and nothing else keeps this machine or
   * the accounts busy: steps run side by side as far as they do not wait for each other, and as
   * many as there is room for at once.
   *
   * @return when the last step is done
   */
  public Duration expected() {
    return end(steps);
  }

  /**
   * How much there is to do: how long the steps take one after the other.
   *
   * @return the sum of all steps
   */
  public Duration work() {
    return work(steps);
  }

  static Duration end(Collection<PlannedStep> steps) {
    return steps.stream()
        .map(PlannedStep::ends)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  static Duration work(Collection<PlannedStep> steps) {
    return steps.stream().map(PlannedStep::expected).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * What all steps together cost, the unknown parts named.
   *
   * @return the total; not free when nothing could be planned
   */
  public Bill bill() {
    return isUnplanned() ? Bill.NOT_PLANNED : Bill.of(steps);
  }

  /** Whether something is so wrong with the request that there are no steps. */
  private boolean isUnplanned() {
    return steps.isEmpty() && !isRunnable();
  }

  /**
   * What each scene costs.
   *
   * @return bills by number of the scene, from 1, with what belongs to the whole video under 0;
   *     only of scenes that have steps
   */
  public SortedMap<Integer, Bill> billByScene() {
    var bills = new TreeMap<Integer, Bill>();
    stepsByScene().forEach((scene, own) -> bills.put(scene, Bill.of(own)));
    return bills;
  }

  /**
   * What each provider is paid.
   *
   * @return bills by id of the provider, also of those that cost nothing
   */
  public SortedMap<String, Bill> billByProvider() {
    var own = new TreeMap<String, List<PlannedStep>>();
    steps.forEach(s -> own.computeIfAbsent(s.provider(), p -> new ArrayList<>()).add(s));
    var bills = new TreeMap<String, Bill>();
    own.forEach((provider, all) -> bills.put(provider, Bill.of(all)));
    return bills;
  }

  SortedMap<Integer, List<PlannedStep>> stepsByScene() {
    var scenes = new TreeMap<Integer, List<PlannedStep>>();
    steps.forEach(s -> scenes.computeIfAbsent(s.scene(), n -> new ArrayList<>()).add(s));
    return scenes;
  }

  /**
   * What changed since the last finished render of the project.
   *
   * @return the changes; empty when nothing changed, or there is nothing to compare with, which
   *     {@link #comparison()} tells
   */
  public List<PlanChange> changes() {
    return comparison.changes();
  }

  /**
   * The plan as a table for people.
   *
   * @return several lines, each ended by a line feed
   */
  public String describe() {
    return PlanTable.of(this);
  }

  /**
   * The plan as JSON, with names that stay as they are within a schema version; see {@code
   * docs/cost.md}.
   *
   * @return an object on several lines
   */
  public String toJson() {
    return PlanJson.of(this);
  }
}
