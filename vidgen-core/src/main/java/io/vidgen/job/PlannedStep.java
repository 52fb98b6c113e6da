package io.vidgen.job;

import io.vidgen.model.RoutingDecision;
import io.vidgen.money.Price;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param id unique in the plan, such as {@code speech-2}
 * @param kind what kind of work
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param provider who does it
 * @param model with which model
 * @param action what rendering will do about it
 * @param price what that costs
 * @param expected how long it takes, roughly
 * @param reason why this action
 * @param routing who was considered for it, null where there is no choice
 */
public record PlannedStep(
    String id,
    String kind,
    int scene,
    String provider,
    String model,
    Action action,
    Price price,
    Duration expected,
    String reason,
    @Nullable RoutingDecision routing) {

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
}
