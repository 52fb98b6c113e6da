package io.vidgen.job;

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
}
