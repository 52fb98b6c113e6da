package io.vidgen.internal.engine;

import static java.util.Objects.requireNonNull;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.routing.Route;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes steps out of providers and requests. */
public final class Steps {
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);
  private static final Duration LONGEST_CALL = Duration.ofDays(1);

  private Steps() {}

  /**
   * A step that a provider does.
   *
   * @param key its name in the job
   * @param type class of the result
   * @param provider who does it
   * @param request what is asked
   * @param <Q> class of the request
   * @param <R> class of the result
   * @return the step
   */
  public static <Q extends ProviderRequest, R extends ProviderResult> Step<R> of(
      StepKey key, Class<R> type, Provider<Q, R> provider, Q request) {
    boolean local = provider.capabilities().has(Capabilities.Feature.LOCAL);
    var asked = Canonical.asked(request);
    return new Step<>(
        key,
        type,
        provider.id(),
        provider.model(),
        asked.fingerprint(key.kind(), provider.id(), provider.model()),
        asked.fingerprint(key.kind(), "", ""),
        provider.price(request),
        provider.expectedTime(request),
        callLimit(provider.callLimit(request)),
        provider.submitSafety(),
        local ? Step.Lane.PROCESSOR : Step.Lane.NETWORK,
        bind(provider, request),
        (Record) request,
        null,
        null,
        List.of(),
        Set.of(),
        provider.account().orElse(null),
        null,
        false);
  }

  /**
   * A step that the first of a route does, and the next when that one cannot serve.
   *
   * @param key its name in the job
   * @param type class of the result
   * @param route who does it
   * @param <Q> class of the request
   * @param <R> class of the result
   * @return the step
   */
  public static <Q extends ProviderRequest, R extends ProviderResult> Step<R> of(
      StepKey key, Class<R> type, Route<? extends Provider<Q, R>, Q> route) {
    var besides = route.besides().stream().map(way -> of(key, type, route, way)).toList();
    Step<R> step = null;
    for (int i = route.ways().size() - 1; i >= 0; i--) {
      step = of(key, type, route, route.ways().get(i)).routed(route.decision(), step);
    }
    return requireNonNull(step).besides(besides);
  }

  private static <Q extends ProviderRequest, R extends ProviderResult> Step<R> of(
      StepKey key,
      Class<R> type,
      Route<? extends Provider<Q, R>, Q> route,
      Route.Way<? extends Provider<Q, R>, Q> way) {
    var step = of(key, type, way.who(), way.asked()).routed(route.decision(), null);
    var meant = route.meant();
    var slot = meant == null ? step.slot() : Canonical.fingerprint(key.kind(), "", "", meant);
    return step.meant(slot, route.unison());
  }

  /**
   * A step that this machine does for nothing.
   *
   * @param key its name in the job
   * @param type class of the result
   * @param recipe id and version of what decides the result beside the request
   * @param request what is asked: a record
   * @param expected how long it takes, roughly
   * @param task how it is done
   * @param <R> class of the result
   * @return the step
   */
  public static <R extends ProviderResult> Step<R> local(
      StepKey key,
      Class<R> type,
      Recipe recipe,
      Record request,
      Duration expected,
      Task.Quick<R> task) {
    var asked = Canonical.asked(request);
    return new Step<>(
        key,
        type,
        recipe.id(),
        recipe.version(),
        asked.fingerprint(key.kind(), recipe.id(), recipe.version()),
        asked.fingerprint(key.kind(), "", ""),
        Price.free(),
        expected,
        Duration.ofHours(2),
        SubmitSafety.IDEMPOTENT_KEY,
        Step.Lane.PROCESSOR,
        task,
        request,
        null,
        null,
        List.of(),
        Set.of(),
        null,
        null,
        false);
  }

  private static Duration callLimit(Duration asked) {
    if (asked.compareTo(SHORTEST_CALL) < 0) {
      return SHORTEST_CALL;
    }
    return asked.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : asked;
  }

  private static <Q extends ProviderRequest, R extends ProviderResult> Task<R> bind(
      Provider<Q, R> provider, Q request) {
    var work = provider.work();
    if (work instanceof QuickWork<Q, R> quick) {
      return (Task.Quick<R>) context -> quick.call(request, context);
    } else if (work instanceof LongRunningWork<Q, R> remote) {
      return new Task.Remote<>(remote, request);
    }
    throw new IllegalStateException("provider " + provider.id() + " has no work");
  }

  /**
   * What decides the result of a local step beside its request.
   *
   * @param id who does it
   * @param version its version; a new one makes fresh results
   */
  public record Recipe(String id, String version) {}
}
