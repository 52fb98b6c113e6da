package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one of several videos of a job asks for: its steps bear its name. Equal steps are one
 * because their fingerprints are equal; those that are only announced, because they look equal.
 *
 * @param name name of the video
 * @param voice equal for videos in which the same is said
 * @param announced what any of the videos announced
 * @param used takes the fingerprints of what it asks for
 * @param port where it asks
 */
public record NamedPort(
    String name, int voice, Announced announced, Set<Fingerprint> used, StepPort port)
    implements StepPort {
  private static final Set<String> SPOKEN = Set.of("speech", "words", "avatar", "lip-sync");

  /** What was announced by the videos of one job or plan, and by which first. Guarded by that. */
  public static final class Announced {
    private final Map<Expected, String> first = new HashMap<>();

    /** Nothing yet. */
    public Announced() {}

    private record Expected(StepKey key, String provider, int voice) {}

    private String first(Expected expected, String id) {
      var before = first.putIfAbsent(expected, id);
      return before == null ? id : before;
    }
  }

  private <R extends ProviderResult> Step<R> named(Step<R> step) {
    // Another provider may step in.
    for (Step<?> way = step; way != null; way = way.otherwise()) {
      used.add(way.fingerprint());
    }
    return step.named(step.key().of(name));
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    return port.need(named(step));
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    return port.foresee(step.named(step.key().of(name)));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return port.attempt(named(step));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return port.needUnlessFiltered(named(step), again);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    var own = key.of(name);
    if (price instanceof Price.Free) {
      port.expect(own, provider, expected, price);
      return;
    }
    var said = SPOKEN.contains(key.kind()) ? voice : -1;
    var first = announced.first(new Announced.Expected(key, provider, said), own.id());
    if (first.equals(own.id())) {
      port.expect(own, provider, expected, price);
    } else {
      port.expectSame(own, provider, first);
    }
  }

  @Override
  public void expectSame(StepKey key, String provider, String twin) {
    port.expectSame(key.of(name), provider, twin);
  }

  @Override
  public void waits(StepKey key, Collection<StepKey> others) {
    port.waits(key.of(name), others.stream().map(other -> other.of(name)).toList());
  }

  @Override
  public void warn(Problem problem) {
    port.warn(
        new Problem(
            name + "/" + problem.field(), problem.message(), problem.remedy(), problem.severity()));
  }
}
