package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Passes everything on to another port; who extends it says what is to be different. */
public abstract class ForwardingPort implements StepPort {
  /** Where everything is passed on to. */
  protected final StepPort port;

  /**
   * Over another port.
   *
   * @param port where everything is passed on to
   */
  protected ForwardingPort(StepPort port) {
    this.port = port;
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    return port.need(step);
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    return port.foresee(step);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return port.attempt(step);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return port.needUnlessFiltered(step, again);
  }

  @Override
  public Step<?> answering(Step<?> step) {
    return port.answering(step);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    port.expect(key, provider, expected, price);
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
    port.warn(problem);
  }
}
