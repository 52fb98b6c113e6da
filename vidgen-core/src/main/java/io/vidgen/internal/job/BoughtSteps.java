package io.vidgen.internal.job;

import io.vidgen.internal.engine.Archive;
import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.ForwardingPort;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Notices what one job buys, when it first asks for it: before it has begun, so that the ledger
 * still says of it what a plan would. Asked under the job's lock.
 */
final class BoughtSteps {
  private final Archive ledger;
  private final Cautions cautions;
  private final Set<StepKey> seen = new HashSet<>();
  private final Set<String> warned = new HashSet<>();

  BoughtSteps(Archive ledger, Cautions cautions) {
    this.ledger = ledger;
    this.cautions = cautions;
  }

  /** The same port, which says of each provider that is bought from what should be known. */
  StepPort over(StepPort port) {
    return new Watched(port);
  }

  private final class Watched extends ForwardingPort {
    Watched(StepPort port) {
      super(port);
    }

    private void notice(StepKey key, Price price, Consumer<PlanPort> question) {
      if (price instanceof Price.Free || !seen.add(key)) {
        return;
      }
      var plan = new PlanPort(ledger);
      question.accept(plan);
      for (var step : plan.plan(1).steps()) {
        if (Cautions.isBought(step) && warned.add(step.provider())) {
          cautions.of(step.provider()).forEach(port::warn);
        }
      }
    }

    @Override
    public <R extends ProviderResult> Optional<R> need(Step<R> step) {
      notice(step.key(), step.price(), plan -> plan.need(step));
      return port.need(step);
    }

    @Override
    public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
      notice(step.key(), step.price(), plan -> plan.foresee(step));
      return port.foresee(step);
    }

    @Override
    public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
      notice(step.key(), step.price(), plan -> plan.attempt(step));
      return port.attempt(step);
    }

    @Override
    public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
      notice(step.key(), step.price(), plan -> plan.needUnlessFiltered(step, again));
      return port.needUnlessFiltered(step, again);
    }

    @Override
    public void expect(StepKey key, String provider, Duration expected, Price price) {
      notice(key, price, plan -> plan.expect(key, provider, expected, price));
      port.expect(key, provider, expected, price);
    }
  }
}
