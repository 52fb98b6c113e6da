package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Asks for nothing but what is there: for what may turn out not to be needed.
 *
 * @param port where it asks
 */
public record ForeseeingPort(StepPort port) implements StepPort {
  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    return port.foresee(step);
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    return port.foresee(step);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return new Attempt<>(port.foresee(step), null);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return new Attempt<>(port.foresee(step), null);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    port.expect(key, provider, expected, PlanPort.upTo(price));
  }

  @Override
  public void expectSame(StepKey key, String provider, String twin) {
    port.expectSame(key, provider, twin);
  }

  @Override
  public void waits(StepKey key, Collection<StepKey> others) {
    port.waits(key, others);
  }

  @Override
  public void warn(Problem problem) {
    // It is said once it is clear that it is so.
  }
}
