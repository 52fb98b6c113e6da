package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.Provider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of prices that were read long ago, once for each provider that a plan buys from. */
final class CardAges {
  private final Toolbox tools;

  CardAges(Toolbox tools) {
    this.tools = tools;
  }

  /** The same plan, with the warnings after its own. */
  RenderPlan judged(RenderPlan plan) {
    var old = of(plan);
    if (old.isEmpty()) {
      return plan;
    }
    var problems = new ArrayList<>(plan.problems());
    problems.addAll(old);
    return plan.withProblems(problems);
  }

  private List<Problem> of(RenderPlan plan) {
    var today = LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
    return plan.steps().stream()
        .filter(step -> step.action() == PlannedStep.Action.BUY)
        .map(PlannedStep::provider)
        .distinct()
        .flatMap(id -> card(id).stream().filter(c -> c.isStale(today)).map(c -> old(id, c)))
        .toList();
  }

  private Optional<PriceCard> card(String id) {
    return Stream.of(
            tools.scripts(),
            tools.speech(),
            tools.images(),
            tools.videos(),
            tools.avatars(),
            tools.lipSyncs(),
            tools.transcriptions())
        .map(Candidates::providers)
        .flatMap(List::stream)
        .<Provider<?, ?>>map(Candidates.Ranked::provider)
        .filter(provider -> provider.id().equals(id))
        .map(Provider::priceCard)
        .filter(card -> !card.isFree())
        .findFirst();
  }

  private static Problem old(String id, PriceCard card) {
    return Problem.warning(
        "prices of " + id,
        "were read on " + card.asOf() + ", more than " + PriceCard.DAYS_FRESH + " days ago",
        "look at "
            + card.source()
            + " and give those of today: VideoPipelineBuilder.prices(...), the setting "
            + PriceBook.SETTING
            + ", or the provider's options");
  }
}
