package io.vidgen.internal.routing;

import static io.vidgen.model.RoutingDecision.Verdict.CHOSEN;
import static io.vidgen.model.RoutingDecision.Verdict.FALLBACK;
import static io.vidgen.model.RoutingDecision.Verdict.PASSED_OVER;

import io.vidgen.internal.routing.Route.Way;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A way that was taken before.
 *
 * @param way who was asked what
 * @param state how far it is
 * @param <P> kind of provider
 * @param <Q> what is asked
 */
record Begun<P extends Provider<Q, ?>, Q extends ProviderRequest>(Way<P, Q> way, StepState state) {

  /** Whether nobody else is asked, whatever comes. */
  boolean isSettled() {
    return state == StepState.COMPLETED || state == StepState.UNKNOWN;
  }

  /** What is there wins over what runs, and what runs over what nobody knows. */
  static <P extends Provider<Q, ?>, Q extends ProviderRequest> @Nullable Begun<P, Q> best(
      List<Way<P, Q>> ways, Function<Way<P, Q>, Optional<StepState>> known) {
    Begun<P, Q> best = null;
    for (var way : ways) {
      var state = known.apply(way);
      if (state.isPresent() && (best == null || rank(state.get()) < rank(best.state()))) {
        best = new Begun<>(way, state.get());
      }
    }
    return best;
  }

  private static int rank(StepState state) {
    return state == StepState.COMPLETED ? 0 : state == StepState.SUBMITTED ? 1 : 2;
  }

  Considered considered() {
    return Choosing.considered(way, CHOSEN, isDone() ? "done before" : "begun before");
  }

  private boolean isDone() {
    return state == StepState.COMPLETED;
  }

  /** What another render has just begun may be refused yet: then the next one steps in as ever. */
  Route<P, Q> goingOn(Route<P, Q> chosen) {
    var ways = new ArrayList<>(List.of(way));
    chosen.ways().stream().filter(other -> !other.equals(way)).forEach(ways::add);
    var besides = chosen.besides().stream().filter(other -> !other.equals(way)).toList();
    var list = new ArrayList<>(List.of(considered()));
    for (var one : chosen.decision().considered()) {
      if (one.verdict() == CHOSEN && !is(one)) {
        list.add(new Considered(one.provider(), one.model(), FALLBACK, one.reason()));
      } else if (!is(one)) {
        list.add(one);
      }
    }
    return new Route<>(ways, besides, new RoutingDecision(chosen.decision().order(), list));
  }

  private boolean is(Considered one) {
    return one.provider().equals(way.who().id()) && one.model().equals(way.who().model());
  }

  /** Nobody else is asked. */
  Route<P, Q> kept(List<Way<P, Q>> all, String order) {
    var list = new ArrayList<>(List.of(considered()));
    var why = way.who().id() + (isDone() ? " has done it" : " has begun it");
    for (var other : all) {
      if (!other.equals(way)) {
        list.add(Choosing.considered(other, PASSED_OVER, why));
      }
    }
    return new Route<>(List.of(way), List.of(), new RoutingDecision(order, list));
  }
}
