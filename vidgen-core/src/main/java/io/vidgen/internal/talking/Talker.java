package io.vidgen.internal.talking;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Router;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.StandIn;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes clips of a face that says something.
 *
 * @param kind kind of the step
 * @param providers who could do it, the preferred one first
 * @param request what to ask for a face that says something
 * @param router chooses among them
 * @param bound why nobody else can step in; null when somebody can
 * @param <Q> class of the request
 * @param <P> kind of provider
 */
record Talker<Q extends ProviderRequest, P extends Provider<Q, ClipResult>>(
    String kind,
    Candidates<P> providers,
    BiFunction<Face.Shown, Said, Q> request,
    Router router,
    @Nullable String bound) {

  Step<ClipResult> step(Place place, Face.Shown face, Said said) {
    var asked = request.apply(face, said);
    var route = router.route(kind, providers, asked);
    return Steps.of(place.key(kind), ClipResult.class, bound == null ? route : route.alone(bound));
  }

  /** Announces a clip whose face or recording is not there yet. */
  void expect(Place place, Face.Shown face, Said said, StepPort port) {
    var asked = request.apply(face, said);
    var who = router.route(kind, providers, asked).who();
    port.expect(place.key(kind), who.id(), who.expectedTime(asked), StandIn.price(who, asked));
  }

  void check(Face.Shown face, Said said, String field, Checklist list) {
    var asked = request.apply(face, said);
    var who = router.route(kind, providers, asked).who();
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
    var who = router.route(kind, providers, request.apply(face, said.apply(length))).who();
    list.addAll(StandIn.problems(length, time -> who.check(request.apply(face, said.apply(time)))));
    list.priceKnown(StandIn.price(who, request.apply(face, said.apply(length))), field);
  }
}
