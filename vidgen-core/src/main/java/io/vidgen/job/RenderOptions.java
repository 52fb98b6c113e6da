package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.money.Budget;

/**
 * For whom a video is made and what that may cost: what does not change the video itself.
 *
 * @param owner who asked for it, such as a customer's id; empty when nobody is named
 * @param project what it is a render of, so that plans can say what changed since the last one, and
 *     what a budget of projects counts; a project belongs to its owner, so two owners may use one
 *     name. No name means the title of the script or theme: where that has several lines, or more
 *     than 80 characters, the first 80 of its first line and 12 digits that tell it from others
 * @param budget what it may cost, beside the budget of the pipeline
 * @param overrun what is done when the plan costs more
 */
public record RenderOptions(String owner, String project, Budget budget, Overrun overrun) {
  /** Nobody's, without a limit. */
  public static final RenderOptions DEFAULT = builder().build();

  /**
   * Checks the values.
   *
   * @throws NullPointerException if a value is null; its message names it
   */
  public RenderOptions {
    requireNonNull(owner, "owner");
    requireNonNull(project, "project");
    requireNonNull(budget, "budget");
    requireNonNull(overrun, "overrun");
  }

  /**
   * Starts with every default.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds options; not safe for use by several threads. */
  public static final class Builder {
    private String owner = "";
    private String project = "";
    private Budget budget = Budget.UNLIMITED;
    private Overrun overrun = Overrun.fail();

    private Builder() {}

    /**
     * Says for whom it is.
     *
     * @param owner such as a customer's id; default empty
     * @return this
     */
    public Builder owner(String owner) {
      this.owner = requireNonNull(owner, "owner");
      return this;
    }

    /**
     * Says what it is a render of.
     *
     * @param project a name; default empty, which stands for the title, see {@link
     *     RenderOptions#project()}
     * @return this
     */
    public Builder project(String project) {
      this.project = requireNonNull(project, "project");
      return this;
    }

    /**
     * Limits what it may cost.
     *
     * @param budget default no limit
     * @return this
     */
    public Builder budget(Budget budget) {
      this.budget = requireNonNull(budget, "budget");
      return this;
    }

    /**
     * Says what is done when the plan costs more than a budget allows.
     *
     * @param overrun default {@link Overrun#fail()}
     * @return this
     */
    public Builder overrun(Overrun overrun) {
      this.overrun = requireNonNull(overrun, "overrun");
      return this;
    }

    /**
     * Finishes.
     *
     * @return the options
     */
    public RenderOptions build() {
      return new RenderOptions(owner, project, budget, overrun);
    }
  }
}
