package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Outlay;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.Script;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan before budgets are looked at.
 *
 * @param plan the plan; without steps when something is wrong with the request
 * @param found everything that is wrong or worth knowing, scene by scene
 * @param outlays what it spends
 * @param script what is told; null where scenes have no cheaper ways
 * @param port what made the plan; null where nothing could be planned
 * @param paidMakers ids of the makers of pictures who are paid
 */
public record Planned(
    RenderPlan plan,
    List<Problem> found,
    List<Outlay> outlays,
    @Nullable Script script,
    @Nullable PlanPort port,
    Set<String> paidMakers) {

  /** Copies the collections. */
  public Planned {
    found = List.copyOf(found);
    outlays = List.copyOf(outlays);
    paidMakers = Set.copyOf(paidMakers);
  }

  SceneCosts costs() {
    return new SceneCosts(plan, paidMakers);
  }

  List<Problem> errors() {
    return found.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }
}
