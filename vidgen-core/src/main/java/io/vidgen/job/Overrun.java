package io.vidgen.job;

import java.util.List;
import java.util.function.Predicate;

/** What is done when a plan costs more than a budget allows. */
public sealed interface Overrun {

  /** The request is refused, with everything that is over. */
  record Fail() implements Overrun {}

  /**
   * Somebody is asked, and the limits are raised for this render when the answer is yes.
   *
   * @param answer gets the plan that is too dear; true to render it all the same
   */
  record Ask(Predicate<RenderPlan> answer) implements Overrun {}

  /**
   * Scenes are made in cheaper ways until the plan fits, as {@link #stepDown(StepDown...)} says.
   *
   * @param order the rungs, the dearest first; empty for the tiers of whoever films, then a still
   *     picture
   * @param keepsHeroes whether hero scenes are made as asked for in any case
   */
  record Lower(List<StepDown> order, boolean keepsHeroes) implements Overrun {
    /** Copies the list. */
    public Lower {
      order = List.copyOf(order);
    }

    /**
     * The same, but hero scenes are never stepped down: the request is refused rather than that.
     *
     * @return a new overrun
     */
    public Lower keepHeroes() {
      return new Lower(order, true);
    }
  }

  /**
   * Refuses.
   *
   * @return the default
   */
  static Overrun fail() {
    return new Fail();
  }

  /**
   * Asks.
   *
   * @param answer gets the plan that is too dear; true to render it all the same
   * @return an overrun
   */
  static Overrun ask(Predicate<RenderPlan> answer) {
    return new Ask(answer);
  }

  /**
   * Steps down: scenes are made in cheaper ways until the plan fits all budgets, and the plan says
   * which and how. The request is refused when even the cheapest way does not fit.
   *
   * <p>All scenes go down one rung, the last one first, before any goes down two. Those that the
   * story names by {@link StoryBuilder#hero} follow when all others are at the bottom. What is
   * bought or under way already stays as it is, and a rung that is not cheaper is passed over.
   *
   * @param order the rungs, the dearest first; none for the cheaper models of whoever films, as its
   *     {@link io.vidgen.spi.VideoProvider#tiers()} say, and then a still picture
   * @return an overrun
   */
  static Lower stepDown(StepDown... order) {
    return new Lower(List.of(order), false);
  }
}
