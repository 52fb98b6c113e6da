package io.vidgen.internal.routing;

import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for something, and who instead when that one cannot serve.
 *
 * @param ways at least one, the first choice first
 * @param besides ways that are only gone where somebody has begun them meanwhile: of those who
 *     could not serve when it was chosen, or may not be asked
 * @param decision why
 * @param meant what the user asked for, which says what is wanted whoever does it; null for what
 *     each is asked
 * @param unison with which other steps it is done by one provider, null for none
 * @param <P> kind of provider
 * @param <Q> what is asked
 */
public record Route<P, Q>(
    List<Way<P, Q>> ways,
    List<Way<P, Q>> besides,
    RoutingDecision decision,
    @Nullable Q meant,
    @Nullable Unison unison) {

  /**
   * For a step of its own, whose first way is what is meant.
   *
   * @param ways at least one, the first choice first
   * @param besides ways that are only gone where somebody has begun them meanwhile
   * @param decision why
   */
  public Route(List<Way<P, Q>> ways, List<Way<P, Q>> besides, RoutingDecision decision) {
    this(ways, besides, decision, null, null);
  }

  /** Copies the lists. */
  public Route {
    ways = List.copyOf(ways);
    besides = List.copyOf(besides);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("a route needs a way");
    }
  }

  /**
   * Somebody, and what that one is asked.
   *
   * @param who a provider
   * @param asked the request in its words
   * @param <P> kind of provider
   * @param <Q> what is asked
   */
  public record Way<P, Q>(P who, Q asked) {}

  /**
   * The same with nobody who steps in.
   *
   * @param why why not, for a person
   * @return a route of one way
   */
  public Route<P, Q> alone(String why) {
    var considered =
        decision.considered().stream()
            .map(
                one ->
                    one.verdict() == Verdict.FALLBACK
                        ? new Considered(one.provider(), one.model(), Verdict.PASSED_OVER, why)
                        : one)
            .toList();
    var alone = new RoutingDecision(decision.order(), considered);
    return new Route<>(ways.subList(0, 1), List.of(), alone, meant, unison);
  }

  /**
   * The first choice.
   *
   * @return a provider
   */
  public P who() {
    return ways.get(0).who();
  }

  /**
   * What the first choice is asked.
   *
   * @return its request
   */
  public Q asked() {
    return ways.get(0).asked();
  }
}
