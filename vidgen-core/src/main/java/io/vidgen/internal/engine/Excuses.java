package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Failures that a job does not die of. Guarded by its job. */
final class Excuses {
  private final Set<Fingerprint> spared = new HashSet<>(2);
  private final Set<Fingerprint> filtered = new HashSet<>(2);
  private final Map<Fingerprint, Failure> failures = new HashMap<>(2);
  private final Function<Step<?>, Optional<Failure>> refusals;
  private final Predicate<Step<?>> unbought;

  /**
   * With what the ledger says of refusals that cost nothing, and of steps that cost nothing yet.
   */
  Excuses(Function<Step<?>, Optional<Failure>> refusals, Predicate<Step<?>> unbought) {
    this.refusals = refusals;
    this.unbought = unbought;
  }

  /** The job can do without a step. */
  void spare(Step<?> step) {
    // What may have been charged is always somebody's business.
    if (step.isFree()) {
      spared.add(step.fingerprint());
    }
  }

  /**
   * The job knows another way when the step's content is refused, and of a replaceable one also
   * when its provider cannot serve.
   */
  void spareFiltered(Step<?> step) {
    filtered.add(step.fingerprint());
  }

  /** Why a step has failed in this job that it could do without; null when it has not. */
  @Nullable Failure failure(Step<?> step) {
    var known = failures.get(step.fingerprint());
    if (known != null && !unbought.test(step)) {
      // Somebody has begun it since then.
      failures.remove(step.fingerprint());
      return null;
    }
    return known;
  }

  /** Why a step's content was refused, in this job or before; null when it was not. */
  @Nullable Failure refusal(Step<?> step) {
    var now = failure(step);
    return now == null ? refusals.apply(step).orElse(null) : now;
  }

  /** Returns whether the job goes on without the step. */
  boolean excuse(Step<?> step, VidgenException problem) {
    if (problem.kind() == FailureKind.CANCELLED || !isExcused(step, problem)) {
      return false;
    }
    failures.put(step.fingerprint(), problem.failure());
    return true;
  }

  /** Whether the job knows another way when the step's provider cannot serve. */
  boolean mayReplace(Step<?> step) {
    return step.replaceable() && filtered.contains(step.fingerprint());
  }

  private boolean isExcused(Step<?> step, VidgenException problem) {
    // Of what costs money the ledger alone is believed: the answer to a call that was sent twice
    // says nothing about the first time.
    if (spared.contains(step.fingerprint())) {
      return true;
    } else if (!filtered.contains(step.fingerprint())) {
      return false;
    }
    return problem.kind() == FailureKind.CONTENT_FILTERED
        ? step.isFree() || refusals.apply(step).isPresent()
        : mayReplace(step) && Detours.cannotServe(problem.failure()) && unbought.test(step);
  }
}
