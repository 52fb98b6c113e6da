package io.vidgen.job;

import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param id unique in the plan, such as {@code speech-2}
 * @param kind what kind of work
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param provider who does it
 * @param model with which model; empty while its inputs are not known
 * @param action what rendering will do about it
 * @param price what that costs
 * @param begins when it begins, roughly, counted from the begin of the render
 * @param expected how long it takes then, roughly
 * @param after ids of the steps of this plan that it waits for, without those that these wait for
 * @param reason why this action
 * @param routing who was considered for it, null where there is no choice
 * @param fingerprint identifies the work in the ledger, null while its inputs are not known
 */
public record PlannedStep(
    String id,
    String kind,
    int scene,
    String provider,
    String model,
    Action action,
    Price price,
    Duration begins,
    Duration expected,
    List<String> after,
    String reason,
    @Nullable RoutingDecision routing,
    @Nullable Fingerprint fingerprint) {

  /** Copies the list. */
  public PlannedStep {
    after = List.copyOf(after);
  }

  /**
   * When it is done, if nothing takes longer than expected.
   *
   * @return the time from the begin of the render
   */
  public Duration ends() {
    return begins.plus(expected);
  }

  /** What rendering does about a step. */
  public enum Action {
    /** Its result is there already. */
    REUSE,
    /** A vendor runs it already: it is waited for, not sent again. */
    RESUME,
    /** It is bought. */
    BUY,
    /** It is done for nothing. */
    LOCAL
  }

  /**
   * Starts with a step that is free, takes no time and is there already.
   *
   * @param id unique in the plan
   * @param kind what kind of work
   * @param scene number of the scene, from 1; 0 for the whole video
   * @return a builder
   */
  public static Builder builder(String id, String kind, int scene) {
    return new Builder(id, kind, scene);
  }

  /** Builds a step; not safe for use by several threads. */
  public static final class Builder {
    private final String id;
    private final String kind;
    private final int scene;
    private String provider = "";
    private String model = "";
    private Action action = Action.REUSE;
    private String reason = "";
    private Price price = Price.free();
    private Duration expected = Duration.ZERO;
    private Duration begins = Duration.ZERO;
    private List<String> after = List.of();
    private @Nullable RoutingDecision routing;
    private @Nullable Fingerprint fingerprint;

    private Builder(String id, String kind, int scene) {
      this.id = id;
      this.kind = kind;
      this.scene = scene;
    }

    /**
     * Says who does it.
     *
     * @param provider id of the provider
     * @param model its model; empty for not known
     * @return this
     */
    public Builder by(String provider, String model) {
      this.provider = provider;
      this.model = model;
      return this;
    }

    /**
     * Says what rendering does.
     *
     * @param action what
     * @param reason why
     * @return this
     */
    public Builder does(Action action, String reason) {
      this.action = action;
      this.reason = reason;
      return this;
    }

    /**
     * Says what it takes.
     *
     * @param price what it costs
     * @param expected how long it takes, roughly
     * @return this
     */
    public Builder takes(Price price, Duration expected) {
      this.price = price;
      this.expected = expected;
      return this;
    }

    /**
     * Says when it begins.
     *
     * @param begins the time from the begin of the render
     * @param after ids of the steps that it waits for
     * @return this
     */
    public Builder begins(Duration begins, List<String> after) {
      this.begins = begins;
      this.after = after;
      return this;
    }

    /**
     * Says who was considered.
     *
     * @param routing null where there is no choice
     * @return this
     */
    public Builder routing(@Nullable RoutingDecision routing) {
      this.routing = routing;
      return this;
    }

    /**
     * Says what it is in the ledger.
     *
     * @param fingerprint null while its inputs are not known
     * @return this
     */
    public Builder fingerprint(@Nullable Fingerprint fingerprint) {
      this.fingerprint = fingerprint;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the step
     */
    public PlannedStep build() {
      return new PlannedStep(
          id,
          kind,
          scene,
          provider,
          model,
          action,
          price,
          begins,
          expected,
          after,
          reason,
          routing,
          fingerprint);
    }
  }
}
