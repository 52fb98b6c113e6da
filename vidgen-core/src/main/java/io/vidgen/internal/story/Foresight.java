package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Portrait;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Announces what a flow asks for and begins none of it, since its script is only a stand-in. Only
 * characters are drawn already: how they look does not depend on the script.
 */
record Foresight(StepPort port) implements StepPort {

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    if (Portrait.isKey(step.key())) {
      return port.need(step);
    }
    port.expect(step.key(), step.provider(), step.expected(), step.price());
    return Optional.empty();
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return new Attempt<>(need(step), null);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return new Attempt<>(need(step), null);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    port.expect(key, provider, expected, price);
  }

  @Override
  public void warn(Problem problem) {
    // It is said of the script that will be there, if it still holds then.
  }
}
