package io.vidgen.internal.engine;

import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Notes which steps were asked for and are not there yet, so that what is announced because of that
 * is known to wait for them. For one look at a flow.
 */
public final class Missing extends ForwardingPort {
  private final Set<StepKey> keys = new LinkedHashSet<>(4);

  /**
   * Nothing is missing yet.
   *
   * @param port where to ask
   */
  public Missing(StepPort port) {
    super(port);
  }

  /**
   * Where it asks.
   *
   * @return the port behind it
   */
  public StepPort port() {
    return port;
  }

  /**
   * What was asked for, or announced, and is not there yet.
   *
   * @return the names of the steps
   */
  public Set<StepKey> keys() {
    return keys;
  }

  /**
   * Where to announce what waits for all that is missing so far.
   *
   * @return a port
   */
  public StepPort then() {
    return after(port, keys);
  }

  /**
   * Where to announce what waits for some steps.
   *
   * @param port where to ask
   * @param steps their names
   * @return a port
   */
  public static StepPort after(StepPort port, Collection<StepKey> steps) {
    return steps.isEmpty() ? port : new After(port, Set.copyOf(steps));
  }

  private <R extends ProviderResult> Optional<R> noted(Step<R> step, Optional<R> result) {
    if (result.isEmpty()) {
      keys.add(step.key());
    }
    return result;
  }

  private <R extends ProviderResult> Attempt<R> noted(Step<R> step, Attempt<R> attempt) {
    if (attempt.isPending()) {
      keys.add(step.key());
    }
    return attempt;
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    return noted(step, port.need(step));
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    return noted(step, port.foresee(step));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return noted(step, port.attempt(step));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return noted(step, port.needUnlessFiltered(step, again));
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    keys.add(key);
    port.expect(key, provider, expected, price);
  }

  @Override
  public void expectSame(StepKey key, String provider, String twin) {
    keys.add(key);
    port.expectSame(key, provider, twin);
  }

  private static final class After extends ForwardingPort {
    private final Set<StepKey> keys;

    After(StepPort port, Set<StepKey> keys) {
      super(port);
      this.keys = keys;
    }

    @Override
    public void expect(StepKey key, String provider, Duration expected, Price price) {
      super.expect(key, provider, expected, price);
      port.waits(key, keys);
    }

    @Override
    public void expectSame(StepKey key, String provider, String twin) {
      super.expectSame(key, provider, twin);
      port.waits(key, keys);
    }
  }
}
