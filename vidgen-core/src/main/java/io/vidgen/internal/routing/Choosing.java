package io.vidgen.internal.routing;

import static io.vidgen.model.RoutingDecision.Verdict.CHOSEN;
import static io.vidgen.model.RoutingDecision.Verdict.FALLBACK;
import static io.vidgen.model.RoutingDecision.Verdict.PASSED_OVER;

import io.vidgen.internal.routing.Route.Way;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.routing.Candidate;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One choice among several who have begun nothing yet. */
final class Choosing<P extends Provider<Q, ?>, Q extends ProviderRequest> {
  private final VideoRouter policy;
  private final Signs signs;
  private final String kind;
  private final List<Way<P, Q>> ways;
  private final boolean explicit;
  private final List<Obstacles> obstacles;
  private final int meant;
  private final List<Considered> passedOver = new ArrayList<>();

  Choosing(VideoRouter policy, Signs signs, String kind, List<Way<P, Q>> ways, boolean explicit) {
    this.policy = policy;
    this.signs = signs;
    this.kind = kind;
    this.ways = ways;
    this.explicit = explicit;
    this.obstacles = ways.stream().map(way -> Obstacles.of(way.who(), way.asked())).toList();
    this.meant =
        IntStream.range(0, ways.size()).filter(i -> obstacles.get(i).fits()).findFirst().orElse(0);
  }

  Route<P, Q> route() {
    var able = able();
    if (able.isEmpty()) {
      return unable();
    }
    var ordered = ordered(awake(able));
    var first = ordered.get(0);
    var chosen = new ArrayList<>(List.of(way(first)));
    var list = new ArrayList<Considered>();
    list.add(considered(way(first), CHOSEN, Words.chosen(first, ordered.size(), policy)));
    for (var next : ordered.subList(1, ordered.size())) {
      var why = whyNever(next);
      if (why == null) {
        chosen.add(way(next));
        list.add(considered(way(next), FALLBACK, Words.behind(next, first, policy)));
      } else {
        passedOver.add(considered(way(next), PASSED_OVER, why));
      }
    }
    list.addAll(passedOver);
    var besides = ways.stream().filter(way -> !chosen.contains(way)).toList();
    return new Route<>(chosen, besides, new RoutingDecision(policy.toString(), list));
  }

  /** As it was asked for, so that what is wrong is said of the one that was meant. */
  private Route<P, Q> unable() {
    var list = new ArrayList<Considered>();
    list.add(considered(ways.get(meant), CHOSEN, "listed first, and nobody can do it"));
    passedOver.remove(meant);
    list.addAll(passedOver);
    var route = List.of(ways.get(meant));
    return new Route<>(route, List.of(), new RoutingDecision(policy.toString(), list));
  }

  private List<Candidate> able() {
    var able = new ArrayList<Candidate>();
    for (int i = 0; i < ways.size(); i++) {
      var found = obstacles(i);
      if (found.isEmpty()) {
        able.add(candidate(i));
      } else {
        passedOver.add(considered(ways.get(i), PASSED_OVER, String.join("; ", found)));
      }
    }
    return able;
  }

  private List<String> obstacles(int i) {
    var found = obstacles.get(i).all();
    // What nobody has named and costs money is not bought only because another one cannot.
    boolean unasked = i > meant && !explicit && policy.isListed() && isPaid(ways.get(i).who());
    return found.isEmpty() && unasked ? List.of("costs money, and nobody named it") : found;
  }

  private Candidate candidate(int i) {
    var who = ways.get(i).who();
    var asked = ways.get(i).asked();
    var health = signs.health(kind, who);
    var declared = who.expectedTime(asked);
    var expected = declared.multipliedBy(Math.round(health.pace() * 1000)).dividedBy(1000);
    return new Candidate(
        who.id(),
        who.model(),
        i,
        who.price(asked),
        declared,
        expected,
        who.capabilities().quality(),
        health);
  }

  /** Nobody is asked who cannot serve now, as long as another can. */
  private List<Candidate> awake(List<Candidate> able) {
    var awake = able.stream().filter(c -> whyAsleep(c) == null).toList();
    if (awake.isEmpty()) {
      return able;
    }
    for (var one : able) {
      var why = whyAsleep(one);
      if (why != null) {
        passedOver.add(considered(way(one), PASSED_OVER, why));
      }
    }
    return awake;
  }

  private @Nullable String whyAsleep(Candidate one) {
    var wait = one.health().delay();
    if (one.health().resting()) {
      return "failed too often just now";
    }
    return wait != null && wait.compareTo(policy.patience()) > 0
        ? "its limit leaves no room for " + Words.time(wait)
        : null;
  }

  private List<Candidate> ordered(List<Candidate> able) {
    var answer =
        policy.order().order(kind, List.copyOf(able)).stream()
            .filter(able::contains)
            .distinct()
            .toList();
    if (answer.isEmpty()) {
      return able;
    }
    for (var one : able) {
      if (!answer.contains(one)) {
        var why = "left out by order '" + policy + "'";
        passedOver.add(considered(way(one), PASSED_OVER, why));
      }
    }
    return answer;
  }

  private @Nullable String whyNever(Candidate next) {
    if (!policy.hasFallback()) {
      return "the router lets nobody step in";
    }
    return !explicit && isPaid(way(next).who()) ? "costs money, and nobody named it" : null;
  }

  private boolean isPaid(P who) {
    return !who.priceCard().isFree();
  }

  private Way<P, Q> way(Candidate one) {
    return ways.get(one.position());
  }

  static Considered considered(
      Way<? extends Provider<?, ?>, ?> way, Verdict verdict, String reason) {
    return new Considered(way.who().id(), way.who().model(), verdict, reason);
  }
}
