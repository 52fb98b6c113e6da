package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that a job does not die of. Guarded by its job. */
final class Excuses {
  private final Set<Fingerprint> spared = new HashSet<>(2);
  private final Map<Fingerprint, Failure> failures = new HashMap<>();

  /** The job can do without a step. */
  void spare(Step<?> step) {
    // What may have been charged is always somebody's business.
    if (step.isFree()) {
      spared.add(step.fingerprint());
    }
  }

  /** Why a step has failed that the job could do without; null when it has not. */
  @Nullable Failure failure(Step<?> step) {
    return failures.get(step.fingerprint());
  }

  /** Returns whether the job goes on without the step. */
  boolean excuse(Step<?> step, VidgenException problem) {
    if (!spared.contains(step.fingerprint()) || problem.kind() == FailureKind.CANCELLED) {
      return false;
    }
    failures.put(step.fingerprint(), problem.failure());
    return true;
  }
}
