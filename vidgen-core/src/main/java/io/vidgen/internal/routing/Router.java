package io.vidgen.internal.routing;

import static io.vidgen.model.RoutingDecision.Verdict.CHOSEN;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.routing.Route.Way;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.RoutingDecision;
import io.vidgen.routing.Health;
import io.vidgen.routing.VideoRouter;
import io.vidgen.routing.VoiceRules;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses providers for requests by a policy, and honours what was bought before. Nothing is sent
 * or written.
 */
public final class Router {
  private final Ledger ledger;
  private final VideoRouter policy;
  private final Signs signs;
  private final @Nullable Map<Asked, Route<?, ?>> known;

  private record Asked(String kind, List<String> candidates, Object request) {}

  /**
   * A router.
   *
   * @param ledger where purchases are
   * @param policy how to choose
   * @param signs how providers serve
   */
  public Router(Ledger ledger, VideoRouter policy, Signs signs) {
    this(ledger, policy, signs, null);
  }

  private Router(
      Ledger ledger, VideoRouter policy, Signs signs, @Nullable Map<Asked, Route<?, ?>> known) {
    this.ledger = ledger;
    this.policy = policy;
    this.signs = signs;
    this.known = known;
  }

  /**
   * The same for what is to come out alike whenever it is asked: it takes everybody to be well, and
   * as fast as they say.
   *
   * @return a router that knows nothing of this moment
   */
  public Router calm() {
    Signs calm = (kind, who) -> Health.unknown(kind, who.id());
    return new Router(ledger, policy, calm, null);
  }

  /**
   * The same over another look at the ledger.
   *
   * @param seen where purchases are
   * @return a router
   */
  public Router over(Ledger seen) {
    return new Router(seen, policy, signs, null);
  }

  /**
   * The same for one job: what it has said once it says again, whatever happens meanwhile. Else a
   * job whose step is under way at one provider could ask another for it.
   *
   * @return a router with a memory
   */
  public Router forOneJob() {
    return new Router(ledger, policy, signs, new ConcurrentHashMap<>(4));
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
   * Its order.
   *
   * @return what decisions call it
   */
  public String order() {
    return policy.toString();
  }

  /**
   * Whether somebody steps in who cannot serve.
   *
   * @return false if the policy lets nobody
   */
  public boolean hasFallback() {
    return policy.hasFallback();
  }

  /**
   * Puts those first whom a language prefers.
   *
   * @param language the language
   * @param candidates who there is
   * @param <P> kind of provider
   * @return all of them
   */
  public <P extends Provider<?, ?>> Candidates<P> preferring(
      Locale language, Candidates<P> candidates) {
    var sorted = candidates;
    var preferred = new ArrayList<>(policy.voices().preferred(language));
    Collections.reverse(preferred);
    for (var id : preferred) {
      sorted = sorted.preferring(who -> who.id().equals(id));
    }
    return sorted;
  }

  /**
   * What the ledger says of a request that somebody has done, or is doing. What was done, but whose
   * files are lost and cannot be fetched again, is not begun.
   *
   * @param kind kind of the step
   * @param who somebody
   * @param asked what that one is asked
   * @param <Q> class of the request
   * @return its record; empty when it has not begun
   */
  public <Q extends ProviderRequest> Optional<StepRecord> begun(
      String kind, Provider<Q, ?> who, Q asked) {
    return ledger
        .find(Canonical.fingerprint(kind, who.id(), who.model(), asked))
        .filter(r -> Purchases.isBegun(r, ledger.artifacts()));
  }

  /**
   * What the ledger says of a request that anybody has done, or is doing, in whatever words.
   *
   * @param kind kind of the step
   * @param meant what the user asked for
   * @return the records, the oldest first
   */
  public List<StepRecord> begunInSlot(String kind, ProviderRequest meant) {
    return ledger.inSlot(Canonical.fingerprint(kind, "", "", meant)).stream()
        .filter(r -> Purchases.isBegun(r, ledger.artifacts()))
        .toList();
  }

  /**
   * Whether a record is that of a request.
   *
   * @param record the record
   * @param kind kind of the step
   * @param who somebody
   * @param asked what that one is asked
   * @param <Q> class of the request
   * @return false if it is another's
   */
  public <Q extends ProviderRequest> boolean isOf(
      StepRecord record, String kind, Provider<Q, ?> who, Q asked) {
    return Canonical.fingerprint(kind, who.id(), who.model(), asked).equals(record.fingerprint());
  }

  /**
   * Whether the policy can choose among candidates that nobody has put in order.
   *
   * @return false if they are taken as they are listed
   */
  public boolean decides() {
    return !policy.isListed();
  }

  /**
   * Chooses for a request that is the same for everybody.
   *
   * @param kind kind of the step
   * @param candidates who there is, the preferred one first; at least one
   * @param asked what is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return who does it
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> route(
      String kind, Candidates<P> candidates, Q asked) {
    return routeEach(kind, candidates, who -> asked);
  }

  /**
   * Chooses for a request that each provider is asked in its own words.
   *
   * @param kind kind of the step
   * @param candidates who there is, the preferred one first; at least one. Who cannot do it is
   *     passed over with a reason, unless nobody can: then the first stays
   * @param ask what a provider is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return who does it
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> routeEach(
      String kind, Candidates<P> candidates, Function<? super P, Q> ask) {
    var ways = ways(candidates.matching(p -> true), ask);
    return remembered(kind, ways, () -> choose(kind, ways, candidates.explicit()));
  }

  /**
   * Chooses for what is to be done anew if somebody else does the rest of it: who has begun it, and
   * those who may do it in that one's place.
   *
   * @param kind kind of the step
   * @param candidates who there is, the preferred one first; at least one
   * @param ask what a provider is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return who does it; as {@link #routeEach} where nobody has begun it
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> routeAnew(
      String kind, Candidates<P> candidates, Function<? super P, Q> ask) {
    var ways = ways(candidates.matching(p -> true), ask);
    var begun = ways.size() < 2 ? null : begun(kind, ways);
    return begun == null
        ? routeEach(kind, candidates, ask)
        : remembered(
            kind + " anew",
            ways,
            () ->
                new Choosing<P, Q>(policy, signs, kind, ways, candidates.explicit())
                    .anew(begun.way(), begun.considered()));
  }

  /**
   * Chooses for requests that are made later, and are like this one: who may be asked for them,
   * also those who cannot serve now.
   *
   * @param kind kind of the step
   * @param candidates who there is, the preferred one first; at least one
   * @param ask what a provider would usually be asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return all who may be asked, with the reason why others may not
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> everybody(
      String kind, Candidates<P> candidates, Function<? super P, Q> ask) {
    var ways = ways(candidates.matching(p -> true), ask);
    return ways.size() < 2
        ? routeEach(kind, candidates, ask)
        : remembered(
            kind + " later",
            ways,
            () -> new Choosing<P, Q>(policy, signs, kind, ways, candidates.explicit()).everybody());
  }

  /**
   * How those who step in compare with the first, where it was not this router that put them in
   * order.
   *
   * @param kind kind of the step
   * @param ways who is asked what, the first one first
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return words for each but the first
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> List<String> behind(
      String kind, List<Way<P, Q>> ways) {
    return new Choosing<P, Q>(policy, signs, kind, ways, true).behind();
  }

  private static <Q extends ProviderRequest, P extends Provider<Q, ?>> List<Way<P, Q>> ways(
      Collection<P> candidates, Function<? super P, Q> ask) {
    return candidates.stream().map(who -> new Way<P, Q>(who, ask.apply(who))).toList();
  }

  private <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> remembered(
      String what, List<Way<P, Q>> ways, Supplier<Route<P, Q>> choice) {
    if (known == null || ways.isEmpty()) {
      return choice.get();
    }
    var names = ways.stream().map(way -> way.who().id() + '\n' + way.who().model()).toList();
    var requests = ways.stream().map(Way::asked).distinct().toList();
    // Equal names and requests mean equal kinds of provider.
    @SuppressWarnings("unchecked")
    var route =
        (Route<P, Q>)
            known.computeIfAbsent(new Asked(what, names, requests), asked -> choice.get());
    return route;
  }

  /**
   * Who has done a request already, or is doing it.
   *
   * @param kind kind of the step
   * @param candidates who there is
   * @param ask what a provider is asked
   * @param <P> kind of provider
   * @param <Q> what is asked
   * @return one of the candidates; empty when none of them has begun
   */
  public <Q extends ProviderRequest, P extends Provider<Q, ?>> Optional<P> begun(
      String kind, Collection<P> candidates, Function<? super P, Q> ask) {
    var ways = ways(candidates, ask);
    return Optional.ofNullable(begun(kind, ways)).map(Begun::way).map(Way::who);
  }

  private <Q extends ProviderRequest, P extends Provider<Q, ?>> @Nullable Begun<P, Q> begun(
      String kind, List<Way<P, Q>> ways) {
    return Begun.best(ways, way -> begun(kind, way.who(), way.asked()).map(StepRecord::state));
  }

  private <Q extends ProviderRequest, P extends Provider<Q, ?>> Route<P, Q> choose(
      String kind, List<Way<P, Q>> ways, boolean explicit) {
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("nobody was given for " + kind);
    }
    if (ways.size() == 1) {
      var only = Choosing.considered(ways.get(0), CHOSEN, "the only one");
      return new Route<>(ways, List.of(), new RoutingDecision(policy.toString(), List.of(only)));
    }
    var begun = begun(kind, ways);
    if (begun != null && (begun.isSettled() || !policy.hasFallback())) {
      return begun.kept(ways, policy.toString());
    }
    var chosen = new Choosing<P, Q>(policy, signs, kind, ways, explicit).route();
    return begun == null ? chosen : begun.goingOn(chosen);
  }
}
