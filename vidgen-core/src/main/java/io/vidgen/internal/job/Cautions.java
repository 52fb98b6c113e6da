package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.Provider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns, once for each provider that something is bought from, of prices that were read long ago
 * and of a ledger that forgets what was bought.
 */
final class Cautions {
  private final Toolbox tools;
  private final LocalDate today;

  /** As things are now. */
  Cautions(Toolbox tools) {
    this.tools = tools;
    this.today = LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
  }

  /** The same plan, with the warnings after its own. */
  RenderPlan judged(RenderPlan plan) {
    var found =
        plan.steps().stream()
            .filter(Cautions::isBought)
            .map(PlannedStep::provider)
            .distinct()
            .flatMap(id -> of(id).stream())
            .toList();
    if (found.isEmpty()) {
      return plan;
    }
    var problems = new ArrayList<>(plan.problems());
    problems.addAll(found);
    return plan.withProblems(problems);
  }

  /** The same recipe, whose job is told what its plan says. */
  <T> Flow<T> over(Flow<T> flow) {
    if (tools.ledger().isDurable() && cards().noneMatch(card -> card.isStale(today))) {
      return flow;
    }
    var watched = new BoughtSteps(tools.ledger(), this);
    return port -> flow.evaluate(watched.over(port));
  }

  /** Whether it is bought, or may be bought once more. */
  static boolean isBought(PlannedStep step) {
    return !(step.price() instanceof Price.Free)
        && (step.action() == Action.BUY || step.action() == Action.RESUME);
  }

  List<Problem> of(String id) {
    var found = new ArrayList<Problem>();
    if (!tools.ledger().isDurable()) {
      found.add(forgotten(id));
    }
    card(id).filter(card -> card.isStale(today)).map(card -> old(id, card)).ifPresent(found::add);
    return found;
  }

  private Optional<PriceCard> card(String id) {
    return providers()
        .filter(provider -> provider.id().equals(id))
        .<PriceCard>map(Provider::priceCard)
        .filter(card -> !card.isFree())
        .findFirst();
  }

  private Stream<PriceCard> cards() {
    return providers().<PriceCard>map(Provider::priceCard).filter(card -> !card.isFree());
  }

  private Stream<Provider<?, ?>> providers() {
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
        .map(Candidates.Ranked::provider);
  }

  private static Problem forgotten(String id) {
    return Problem.warning(
        "ledger",
        "provider "
            + id
            + " is paid, and the ledger is only in memory: after a crash everything is bought"
            + " again",
        "give the builder a directory");
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
