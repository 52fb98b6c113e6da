package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Optional;

/** Asks for nothing but what is there: for what may turn out not to be needed. */
public final class ForeseeingPort extends ForwardingPort {
  /**
   * Over another port.
   *
   * @param port where it asks
   */
  public ForeseeingPort(StepPort port) {
    super(port);
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
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
  public void warn(Problem problem) {
    // It is said once it is clear that it is so.
  }
}
