package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.Problem;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a flow asks while its job runs: answers from what is known, and collects what is missing.
 * For one look at the flow, under the job's lock.
 */
final class JobPort implements StepPort {
  private final Job job;
  private final StepRunner runner;
  private final Detours detours;
  private final Excuses excuses;
  private final ProgressMeter progress;
  private final Map<Fingerprint, Step<?>> wanted = new LinkedHashMap<>();

  /** What a job knows of its steps. */
  interface Job {
    @Nullable ProviderResult result(Fingerprint step);

    boolean isRunning(Fingerprint step);

    void doneBefore(Step<?> step, ProviderResult result);

    void warn(Problem problem);
  }

  JobPort(Job job, StepRunner runner, Detours detours, Excuses excuses, ProgressMeter progress) {
    this.job = job;
    this.runner = runner;
    this.detours = detours;
    this.excuses = excuses;
    this.progress = progress;
  }

  /** The steps that are missing, in the order in which they were asked for. */
  Collection<Step<?>> wanted() {
    return wanted.values();
  }

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> first) {
    return take(detours.now(first));
  }

  private <R extends ProviderResult> Optional<R> take(Step<R> step) {
    progress.expect(step.key(), step.expected());
    var known = job.result(step.fingerprint());
    if (known != null) {
      progress.part(step.key(), 1);
      return Optional.of(step.type().cast(known));
    }
    if (job.isRunning(step.fingerprint())) {
      // Not looked up: it may be done by now, but its run will say so itself, and only once.
      return Optional.empty();
    }
    // What is done by the provider that is left is booked, but not used.
    var finished = detours.isLeaving(step) ? Optional.<R>empty() : runner.finished(step);
    if (finished.isPresent()) {
      job.doneBefore(step, finished.get());
      return finished;
    }
    wanted.putIfAbsent(step.fingerprint(), step);
    return Optional.empty();
  }

  @Override
  public Step<?> answering(Step<?> first) {
    // Several scenes may ask for the same.
    return detours.now(first).named(first.key());
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> first) {
    var step = detours.now(first);
    var known = job.result(step.fingerprint());
    return known == null ? runner.finished(step) : Optional.of(step.type().cast(known));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> first) {
    var step = detours.now(first);
    excuses.spare(step);
    return unlessFailed(step, excuses.failure(step));
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> first, boolean again) {
    var step = detours.now(first);
    excuses.spareFiltered(step);
    return unlessFailed(step, again ? excuses.failure(step) : excuses.refusal(step));
  }

  private <R extends ProviderResult> Attempt<R> unlessFailed(Step<R> step, @Nullable Failure why) {
    if (why == null) {
      return new Attempt<>(take(step), null);
    }
    progress.part(step.key(), 1);
    return new Attempt<>(Optional.empty(), why);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    progress.expect(key, expected);
  }

  @Override
  public void warn(Problem problem) {
    job.warn(problem);
  }
}
