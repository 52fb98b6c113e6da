package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.Problem;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a flow from the ledger alone, and notes what rendering would do about each step. */
public final class PlanPort implements StepPort {
  /** Begins the reason of a step that is the same as one before it in the plan. */
  public static final String SAME = "the same as ";

  private final StepResults results;
  private final PlanOrder order = new PlanOrder();
  private final Map<String, Step<?>> asked = new HashMap<>();
  private final Map<Fingerprint, String> seen = new HashMap<>();
  private final Set<StepKey> noted = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warned = new ArrayList<>();
  private final List<Outlay> outlays = new ArrayList<>();

  /**
   * A port that does nothing.
   *
   * @param ledger where to look
   */
  public PlanPort(Archive ledger) {
    this.results = new StepResults(ledger, InstantSource.system());
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    var finished = results.find(step);
    if (finished.isPresent()) {
      add(step, Action.REUSE, Price.free(), Duration.ZERO, "done before");
      return finished;
    }
    var twin = seen.putIfAbsent(step.fingerprint(), step.key().id());
    if (twin != null) {
      add(step, Action.REUSE, Price.free(), Duration.ZERO, SAME + twin);
      order.waits(step.key().id(), twin);
      return Optional.empty();
    }
    var record = results.record(step);
    var action = step.isFree() ? Action.LOCAL : Action.BUY;
    if (record.isEmpty()) {
      add(step, action, step.price(), step.expected(), "not done yet");
    } else if (record.get().state() == StepState.SUBMITTED) {
      var operation = record.get().operation();
      add(
          step,
          Action.RESUME,
          Price.free(),
          step.expected(),
          "runs as " + (operation == null ? "?" : operation.id()));
      warnIfStuck(step, record.get());
    } else if (record.get().state().isOpen()) {
      addUnknown(step, record.get());
    } else if (record.get().state() == StepState.COMPLETED) {
      addGone(step, record.get(), action);
    } else {
      add(step, action, step.price(), step.expected(), "failed before");
    }
    return Optional.empty();
  }

  /** What was sent with unknown outcome may be found, or bought again, or need a person. */
  private void addUnknown(Step<?> step, StepRecord record) {
    add(step, Action.RESUME, upTo(step), step.expected(), "sent before, outcome not known");
    boolean resolvable = step.safety() != SubmitSafety.AT_MOST_ONCE && record.operation() == null;
    if (!resolvable && !step.isFree()) {
      problems.add(
          Problem.warning(
              step.key().id(),
              "was sent to "
                  + step.provider()
                  + " before and its outcome is not known, so the render"
                  + " will stop there",
              "look at the provider's account, then resolve step "
                  + step.fingerprint().shortForm()
                  + " with VideoPipeline.resolve"));
    }
  }

  /** What a vendor has still is fetched again for nothing. */
  private void addGone(Step<?> step, StepRecord record, Action action) {
    var gone = "done before, but its file is gone";
    if (record.operation() == null) {
      add(step, action, step.price(), step.expected(), gone);
      return;
    }
    var what = gone + ": fetched again, or made anew if " + step.provider() + " has it no more";
    add(step, Action.RESUME, upTo(step), step.expected(), what);
    warnIfStuck(step, record);
  }

  private void warnIfStuck(Step<?> step, StepRecord record) {
    var failure = record.failure();
    if (failure != null) {
      problems.add(
          Problem.warning(
              step.key().id(),
              "its result could not be got when it was last asked for: " + failure.message(),
              "should that stay so, resolve step "
                  + step.fingerprint().shortForm()
                  + " with VideoPipeline.resolve"));
    }
  }

  private static Price upTo(Step<?> step) {
    return upTo(step.price());
  }

  static Price upTo(Price price) {
    return price instanceof Price.Range range
        ? new Price.Range(range.high().times(BigDecimal.ZERO), range.high())
        : price;
  }

  /** It is bought only if what comes before is shorter than it may be. */
  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    var finished = results.find(step);
    if (finished.isPresent() || seen.containsKey(step.fingerprint()) || begun(step)) {
      return need(step);
    }
    seen.put(step.fingerprint(), step.key().id());
    var action = step.isFree() ? Action.LOCAL : Action.BUY;
    add(step, action, upTo(step), step.expected(), "if its scene is reached");
    return Optional.empty();
  }

  private boolean begun(Step<?> step) {
    return results.record(step).filter(r -> r.state().isOpen()).isPresent();
  }

  @Override
  public void expectSame(StepKey key, String provider, String twin) {
    if (noted.add(key)) {
      order.announce(
          PlannedStep.builder(key.id(), key.kind(), key.scene())
              .by(provider, "")
              .does(Action.REUSE, SAME + twin)
              .build());
      order.waits(key.id(), twin);
    }
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return new Attempt<>(need(step), null);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    var refusal = again ? Optional.<Failure>empty() : results.refusal(step);
    return refusal
        .map(why -> new Attempt<R>(Optional.empty(), why))
        .orElseGet(() -> new Attempt<>(need(step), null));
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    if (!noted.add(key)) {
      return;
    }
    order.announce(
        PlannedStep.builder(key.id(), key.kind(), key.scene())
            .by(provider, "")
            .does(
                price instanceof Price.Free ? Action.LOCAL : Action.BUY,
                "waits for the steps before it")
            .takes(price, expected)
            .build());
    spend(key, provider, price, false, null);
  }

  @Override
  public void waits(StepKey key, Collection<StepKey> others) {
    others.forEach(other -> order.waits(key.id(), other.id()));
  }

  @Override
  public void warn(Problem problem) {
    // What the checks found is said by the flow too, to those who do not plan.
    if (!problems.contains(problem)) {
      problems.add(problem);
      warned.add(problem);
    }
  }

  /**
   * What the flow warned of. Not what the ledger says of steps: while a job runs, a step that it
   * has just begun looks like one whose outcome is not known.
   */
  public List<Problem> warned() {
    return List.copyOf(warned);
  }

  /** The steps whose inputs are known, by id. */
  public Map<String, Step<?>> asked() {
    return asked;
  }

  /**
   * What was noted.
   *
   * @param processors how many steps run on this machine's processors at once
   * @return the plan
   */
  public RenderPlan plan(int processors) {
    return RenderPlan.of(order.steps(processors), problems);
  }

  /**
   * What the plan will spend at most.
   *
   * @return one for each step that is not free
   */
  public List<Outlay> outlays() {
    return List.copyOf(outlays);
  }

  private void spend(
      StepKey key, String provider, Price price, boolean known, @Nullable StepRecord record) {
    if (!(price instanceof Price.Free)) {
      var open = record != null && record.state().isOpen() ? record : null;
      outlays.add(new Outlay(key.id(), provider, price, known, open));
    }
  }

  private void add(Step<?> step, Action action, Price price, Duration expected, String reason) {
    // Several scenes may ask for one step, such as the face that all of them show.
    if (!noted.add(step.key())) {
      return;
    }
    spend(step.key(), step.provider(), price, true, results.record(step).orElse(null));
    asked.put(step.key().id(), step);
    order.ask(
        step,
        PlannedStep.builder(step.key().id(), step.key().kind(), step.key().scene())
            .by(step.provider(), step.model())
            .does(action, reason)
            .takes(price, expected)
            .routing(step.choice())
            .fingerprint(step.fingerprint())
            .build());
  }
}
