package io.vidgen.internal.project;

import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.ForwardingPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.spi.ProviderResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the steps whose results a flow got, for one job. A step is remembered under each of its
 * names: the same work may be asked for by several scenes. Safe for use by several threads.
 */
public final class Witness {
  private final Map<StepKey, Step<?>> seen = new LinkedHashMap<>(2);

  /** Nothing was seen yet. */
  public Witness() {}

  /**
   * A port that is watched.
   *
   * @param port who answers
   * @return a port with the same answers
   */
  public StepPort over(StepPort port) {
    return new Watched(port);
  }

  Collection<Step<?>> steps() {
    synchronized (seen) {
      return List.copyOf(seen.values());
    }
  }

  private final class Watched extends ForwardingPort {
    Watched(StepPort port) {
      super(port);
    }

    private <R extends ProviderResult> Optional<R> seen(Step<R> step, Optional<R> result) {
      if (result.isPresent()) {
        synchronized (seen) {
          seen.put(step.key(), port.answering(step));
        }
      }
      return result;
    }

    private <R extends ProviderResult> Attempt<R> seen(Step<R> step, Attempt<R> attempt) {
      var unused = seen(step, attempt.result());
      return attempt;
    }

    @Override
    public <R extends ProviderResult> Optional<R> need(Step<R> step) {
      return seen(step, port.need(step));
    }

    @Override
    public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
      return seen(step, port.attempt(step));
    }

    @Override
    public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
      return seen(step, port.needUnlessFiltered(step, again));
    }
  }
}
