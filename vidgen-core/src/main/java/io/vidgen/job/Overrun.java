package io.vidgen.job;

import static java.util.Objects.requireNonNull;

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
  record Ask(Predicate<RenderPlan> answer) implements Overrun {
    /**
     * Checks the value.
     *
     * @throws NullPointerException if there is nobody to ask
     */
    public Ask {
      requireNonNull(answer, "answer");
    }
  }

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
   * Asks. A yes raises the limits of this render to what the plan costs at most, those of the
   * pipeline for each render too, and lets through what the plan could not price; where a limit of
   * a project, an owner or everything is over, nobody is asked and the request is refused, as it is
   * after a no.
   *
   * <p>The plan is the one that {@code VideoPipeline.plan} makes, with its warnings and what
   * changed. The answer is given on the thread that calls {@code render} or {@code submit}, which
   * waits for it before it returns a job, and in a queue on a thread of its own, where only this
   * job waits, in flight and running. There is no deadline: give it one of its own when a person is
   * asked. A job of a queue that is cancelled meanwhile ends with the answer, and a yes counts no
   * more. What the answer throws is a failure of kind {@link
   * io.vidgen.error.FailureKind#INVALID_REQUEST} with that as its cause; nothing was sent then.
   *
   * @param answer gets the plan that is too dear; true to render it all the same. May be called by
   *     several threads when several renders use it
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
