package io.vidgen.internal.routing;

import static io.vidgen.model.RoutingDecision.Verdict.CHOSEN;
import static io.vidgen.model.RoutingDecision.Verdict.FALLBACK;
import static io.vidgen.model.RoutingDecision.Verdict.PASSED_OVER;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One choice among several who have begun nothing yet. */
final class Choosing<P extends Provider<Q, ?>, Q extends ProviderRequest> {
  private static final String UNNAMED = "costs money, and nobody named it";

  private final VideoRouter policy;
  private final Signs signs;
  private final String kind;
  private final List<Way<P, Q>> ways;
  private final boolean explicit;
  private final List<Obstacles> obstacles;
  private final int meant;
  private final Precedence first;
  private final List<Considered> passedOver = new ArrayList<>();
  private boolean isNobody;
  private boolean isLeftOut;

  Choosing(VideoRouter policy, Signs signs, String kind, List<Way<P, Q>> ways, boolean explicit) {
    this.policy = policy;
    this.signs = signs;
    this.kind = kind;
    this.ways = ways;
    this.explicit = explicit;
    this.obstacles = ways.stream().map(way -> Obstacles.of(way.who(), way.asked())).toList();
    this.meant =
        IntStream.range(0, ways.size()).filter(i -> obstacles.get(i).fits()).findFirst().orElse(0);
    this.first = Precedence.of(policy, ways.get(meant).asked());
  }

  Route<P, Q> route() {
    var able = able();
    return able.isEmpty() ? unable() : route(able);
  }

  private Route<P, Q> route(List<Candidate> able) {
    var asked = awake(able);
    var ordered = ordered(asked);
    var words = words(asked);
    var best = ordered.get(0);
    var chosen = new ArrayList<>(List.of(way(best)));
    var list = new ArrayList<Considered>();
    list.add(considered(way(best), CHOSEN, why(ordered, able, words)));
    for (var next : ordered.subList(1, ordered.size())) {
      stepIn(next, said(() -> words.behind(next, best)), chosen, list);
    }
    list.addAll(passedOver);
    var besides = ways.stream().filter(way -> !chosen.contains(way)).toList();
    return new Route<>(chosen, besides, new RoutingDecision(policy.toString(), list));
  }

  private String why(List<Candidate> ordered, List<Candidate> able, Words words) {
    if (able.size() == 1) {
      return "the only one that can";
    } else if (isNobody) {
      return "listed first, since order '" + policy + "' named nobody";
    } else if (ordered.size() == 1) {
      return isLeftOut
          ? "the only one that order '" + policy + "' lets be asked"
          : "the only one that may be asked now";
    }
    return said(() -> words.chosen(ordered.get(0), ordered));
  }

  private Words words(List<Candidate> asked) {
    return new Words(policy, kind, asked, first);
  }

  /** What those behind the first one would be said to step in for. */
  List<String> behind() {
    var all = IntStream.range(0, ways.size()).mapToObj(this::candidate).toList();
    var words = words(all);
    return all.stream().skip(1).map(next -> said(() -> words.behind(next, all.get(0)))).toList();
  }

  /** Also those who cannot serve now, or may not step in: for what is asked at another time. */
  Route<P, Q> everybody() {
    var route = route();
    var able =
        IntStream.range(0, ways.size())
            .filter(i -> obstacles(i).isEmpty())
            .mapToObj(this::candidate)
            .toList();
    var all = new ArrayList<>(route.ways());
    for (var one : able.isEmpty() ? able : answer(able)) {
      if (!all.contains(way(one)) && (explicit || !isPaid(way(one).who()))) {
        all.add(way(one));
      }
    }
    return new Route<>(all, List.of(), route.decision());
  }

  /** Those who may do anew what somebody has begun, behind that one. */
  Route<P, Q> anew(Way<P, Q> begun, Considered chosen) {
    var able = able();
    var ordered = able.isEmpty() ? able : ordered(awake(able));
    var kept = new ArrayList<>(List.of(begun));
    var list = new ArrayList<>(List.of(chosen));
    for (var next : ordered) {
      if (!way(next).equals(begun)) {
        stepIn(next, "could do it anew", kept, list);
      }
    }
    passedOver.stream().filter(one -> !isOf(one, begun.who())).forEach(list::add);
    return new Route<>(kept, List.of(), new RoutingDecision(policy.toString(), list));
  }

  private void stepIn(Candidate next, String why, List<Way<P, Q>> chosen, List<Considered> list) {
    var never = whyNever(next);
    if (never == null) {
      chosen.add(way(next));
      list.add(considered(way(next), FALLBACK, why));
    } else {
      passedOver.add(considered(way(next), PASSED_OVER, never));
    }
  }

  private boolean isOf(Considered one, P who) {
    return one.provider().equals(who.id()) && one.model().equals(who.model());
  }

  /** As it was asked for, so that what is wrong is said of the one that was meant. */
  private Route<P, Q> unable() {
    var list = new ArrayList<Considered>();
    var what = meant == 0 ? "listed first" : "first of those that do such work";
    list.add(considered(ways.get(meant), CHOSEN, what + ", and nobody can do this"));
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
    return found.isEmpty() && unasked ? List.of(UNNAMED) : found;
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
  private List<Candidate> awake(List<Candidate> all) {
    var able = unlessMoneyStepsIn(all);
    var awake = able.stream().filter(this::isAwake).toList();
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

  /** What nobody has named and costs money is not bought only because what is free sleeps. */
  private List<Candidate> unlessMoneyStepsIn(List<Candidate> able) {
    var ready = able.stream().filter(c -> isFree(c) || isAwake(c)).toList();
    boolean tempted =
        ready.stream().anyMatch(c -> !isFree(c)) && !ready.stream().allMatch(this::isAwake);
    if (explicit || !tempted || !isFree(answer(ready).get(0))) {
      return able;
    }
    for (var one : able) {
      if (!isFree(one)) {
        passedOver.add(considered(way(one), PASSED_OVER, UNNAMED));
      }
    }
    return able.stream().filter(this::isFree).toList();
  }

  private boolean isAwake(Candidate one) {
    return whyAsleep(one) == null;
  }

  private boolean isFree(Candidate one) {
    return !isPaid(way(one).who());
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
    var named = named(able);
    isNobody = named.isEmpty();
    var answer = answer(able, named);
    var order = "order '" + policy + "'";
    for (var one : able) {
      if (!answer.contains(one)) {
        isLeftOut = true;
        var why = isNobody ? order + " named nobody" : "left out by " + order;
        passedOver.add(considered(way(one), PASSED_OVER, why));
      }
    }
    return answer;
  }

  private List<Candidate> answer(List<Candidate> able) {
    return answer(able, named(able));
  }

  /** Whom the order lets be asked: where that is nobody, the first listed one. */
  private List<Candidate> answer(List<Candidate> able, List<Candidate> named) {
    return named.isEmpty() ? able.subList(0, 1) : first.sorted(named);
  }

  private List<Candidate> named(List<Candidate> able) {
    List<Candidate> answer;
    try {
      answer = policy.order().order(kind, List.copyOf(able));
    } catch (RuntimeException e) {
      throw unordered("failed with " + e, e);
    }
    if (answer == null) {
      throw unordered("returned null", null);
    }
    return answer.stream().filter(able::contains).distinct().toList();
  }

  /** Orders of the user's say some of it. */
  private String said(Supplier<String> words) {
    try {
      return words.get();
    } catch (RuntimeException e) {
      throw unordered("failed with " + e, e);
    }
  }

  private VidgenException unordered(String what, @Nullable Exception cause) {
    var text = "order '" + policy + "' of the router " + what + ", asked for " + kind;
    var remedy = "let it return those of the candidates that may be asked, or use another order";
    return new VidgenException(Failure.of(FailureKind.INVALID_REQUEST, text, remedy), cause);
  }

  private @Nullable String whyNever(Candidate next) {
    if (!policy.hasFallback()) {
      return "the router lets nobody step in";
    }
    return !explicit && !isFree(next) ? UNNAMED : null;
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
