package io.vidgen.internal.talking;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.StandIn;
import io.vidgen.ledger.Ledger;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whoever makes clips of a face that says something.
 *
 * @param kind kind of the step
 * @param providers who could do it, the preferred one first
 * @param request what to ask for a face that says something
 * @param ledger where purchases are
 * @param <Q> class of the request
 * @param <P> kind of provider
 */
record Talker<Q extends ProviderRequest, P extends Provider<Q, ClipResult>>(
    String kind, List<P> providers, BiFunction<Face.Shown, Said, Q> request, Ledger ledger) {

  Step<ClipResult> step(Place place, Face.Shown face, Said said) {
    var asked = request.apply(face, said);
    var who = Steps.choose(ledger, kind, providers, asked);
    return Steps.of(place.key(kind), ClipResult.class, who, asked);
  }

  /** Announces a clip whose face or recording is not there yet. */
  void expect(Place place, Face.Shown face, Said said, StepPort port) {
    var who = providers.get(0);
    var asked = request.apply(face, said);
    port.expect(place.key(kind), who.id(), who.expectedTime(asked), StandIn.price(who, asked));
  }

  void check(Face.Shown face, Said said, String field, Checklist list) {
    var asked = request.apply(face, said);
    var who = Steps.choose(ledger, kind, providers, asked);
    list.addAll(who.check(asked));
    list.priceKnown(StandIn.price(who, asked), field);
  }

  /** Checks a clip whose recording is not made yet. */
  void checkExpected(
      Face.Shown face,
      Duration length,
      Function<Duration, Said> said,
      String field,
      Checklist list) {
    var who = providers.get(0);
    list.addAll(StandIn.problems(length, time -> who.check(request.apply(face, said.apply(time)))));
    list.priceKnown(StandIn.price(who, request.apply(face, said.apply(length))), field);
  }
}
