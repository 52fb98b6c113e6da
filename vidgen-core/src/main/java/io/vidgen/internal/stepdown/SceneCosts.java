package io.vidgen.internal.stepdown;

import io.vidgen.internal.engine.PlanPort;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each scene of a plan costs at most, and which are bought already.
 *
 * @param plan the plan
 * @param paidMakers ids of the makers of pictures who are paid
 */
record SceneCosts(RenderPlan plan, Set<String> paidMakers) {
  static final String CLIP = "clip";
  static final String IMAGE = "image";
  private static final Set<Action> BEGUN = Set.of(Action.REUSE, Action.RESUME);

  /** All that is spent on a scene. */
  Price price(int scene) {
    return plan.steps().stream()
        .filter(step -> step.scene() == scene)
        .map(PlannedStep::price)
        .reduce(Price.free(), Price::plus);
  }

  /** The step that makes a scene's clip, or else its picture; null when there is none. */
  @Nullable PlannedStep made(int scene) {
    var clip = made(scene, CLIP);
    return clip == null ? made(scene, IMAGE) : clip;
  }

  private @Nullable PlannedStep made(int scene, String kind) {
    return plan.steps().stream()
        .filter(step -> step.scene() == scene && step.kind().equals(kind))
        .findFirst()
        .orElse(null);
  }

  /** Whether one of a scene's clips, or its paid picture, is bought or under way. */
  boolean isBegun(int scene) {
    var made = made(scene);
    return made != null
        && plan.steps().stream()
            .filter(step -> step.scene() == scene && step.kind().equals(made.kind()))
            .anyMatch(this::isBegun);
  }

  private boolean isBegun(PlannedStep step) {
    boolean isPaid = step.kind().equals(CLIP) || paidMakers.contains(step.provider());
    // What is the same as in another scene is not there yet.
    boolean isSame = step.reason().startsWith(PlanPort.SAME);
    return isPaid && !isSame && BEGUN.contains(step.action());
  }

  /** How much less a price is than another one, at most; free when it is not less. */
  static Price saved(Price before, Price after) {
    if (before instanceof Price.Unknown) {
      return after instanceof Price.Unknown ? Price.free() : before;
    }
    if (!(before instanceof Price.Range a)) {
      return Price.free();
    }
    if (after instanceof Price.Free) {
      return Price.exactly(a.high());
    }
    if (!(after instanceof Price.Range b) || !a.high().currency().equals(b.high().currency())) {
      return Price.free();
    }
    var less = a.high().amount().subtract(b.high().amount()).max(BigDecimal.ZERO);
    return less.signum() == 0 ? Price.free() : Price.exactly(new Money(less, a.high().currency()));
  }
}
