package io.vidgen.internal.routing;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.routing.Route.Way;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.routing.VideoRouter;
import io.vidgen.routing.VoiceRules;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses providers for requests by a policy, and honours what was bought before. */
public final class Router {
  private final Ledger ledger;
  private final VideoRouter policy;

  /**
   * A router.
   *
   * @param ledger where purchases are
   * @param policy how to choose
   */
  public Router(Ledger ledger, VideoRouter policy) {
    this.ledger = ledger;
    this.policy = policy;
  }

  /**
   * What it says of voices and languages.
   *
   * @return the rules
   */
  public VoiceRules voices() {
    return policy.voices();
  }

  /**
   * Puts those first whom a language prefers.
   *
   * @param language the language
   * @param candidates who there is
   * @param <P> kind of provider
   * @return all of them
   */
  public <P extends Provider<?, ?>> List<P> preferring(Locale language, List<P> candidates) {
    var preferred = policy.voices().preferred(language);
    return preferred.isEmpty()
        ? candidates
        : Stream.concat(
                preferred.stream()
                    .flatMap(id -> candidates.stream().filter(who -> who.id().equals(id))),
                candidates.stream().filter(who -> !preferred.contains(who.id())))
            .toList();
  }

  /**
   * Whether somebody has done a request already, or is doing it.
   *
   * @param kind kind of the step
   * @param who somebody
   * @param asked what that one is asked
   * @param <Q> class of the request
   * @return what the ledger says of it; empty when it has not begun
   */
  public <Q extends ProviderRequest> Optional<StepRecord> begun(
      String kind, Provider<Q, ?> who, Q asked) {
    return ledger
        .find(Canonical.fingerprint(kind, who.id(), who.model(), asked))
        .filter(r -> r.state() == StepState.COMPLETED || r.state().isOpen());
  }

  /**
   * Chooses for a request that is the same for everybody.
   *
   * @param kind kind of the step
   * @param candidates who could do it, the preferred one first; at least one
   * @param asked what is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return who does it
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> route(
      String kind, List<P> candidates, Q asked) {
    return routeEach(kind, candidates, who -> asked);
  }

  /**
   * Chooses for a request that each provider is asked in its own words.
   *
   * @param kind kind of the step
   * @param candidates who could do it, the preferred one first; at least one
   * @param ask what a provider is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return who does it
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> routeEach(
      String kind, List<P> candidates, Function<? super P, Q> ask) {
    var ways = candidates.stream().map(who -> new Way<P, Q>(who, ask.apply(who))).toList();
    var begun = ways.stream().filter(way -> isBegun(kind, way)).toList();
    var chosen = begun.isEmpty() ? ways : begun.subList(0, 1);
    var first = chosen.get(0).who();
    var reason = begun.isEmpty() ? "first of " + policy : "bought or begun before";
    return new Route<>(
        chosen,
        new RoutingDecision(
            policy.toString(),
            List.of(new Considered(first.id(), first.model(), Verdict.CHOSEN, reason))));
  }

  private <Q extends ProviderRequest, P extends Provider<Q, ?>> boolean isBegun(
      String kind, Way<P, Q> way) {
    return begun(kind, way.who(), way.asked()).isPresent();
  }
}
