package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.internal.routing.Unison;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.ProviderResult;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Whom a job has given up, for a step or for all steps in unison with it. Guarded by its job. */
final class Fallbacks {
  private static final Set<FailureKind> CANNOT_SERVE =
      Set.of(
          FailureKind.UNAVAILABLE,
          FailureKind.RATE_LIMITED,
          FailureKind.QUOTA,
          FailureKind.AUTHENTICATION);

  private final Set<Fingerprint> steps = new HashSet<>(2);
  private final Set<Lost> voices = new HashSet<>(2);

  private record Lost(String unison, String provider) {}

  /** Whether a failure says that its provider cannot serve now, and that nothing was charged. */
  static boolean cannotServe(Failure failure) {
    return CANNOT_SERVE.contains(failure.kind()) && Boolean.FALSE.equals(failure.charged());
  }

  /** Asks the provider of a step no more; returns whether its unison loses it by that. */
  boolean giveUp(Step<?> step) {
    steps.add(step.fingerprint());
    var unison = step.unison();
    return unison != null && voices.add(new Lost(unison.name(), step.provider()));
  }

  /** Says who goes on instead of the provider of a step that is in unison with others. */
  static Problem warning(Step<?> step, Unison unison, Failure why) {
    var next = step.otherwise() == null ? "nobody" : step.otherwise().provider();
    var rest = unison.whole() ? ", and what it did before is done anew" : "";
    return Problem.warning(
        step.key().id(),
        step.provider()
            + " cannot serve now ("
            + why.message()
            + "), so "
            + next
            + " does this and what else "
            + step.provider()
            + " was to do of "
            + unison.name()
            + rest,
        "");
  }

  /** What is asked for in place of a step by now; most often the step itself. */
  <R extends ProviderResult> Step<R> now(Step<R> step, Predicate<Step<?>> isBegun) {
    var now = step;
    for (var next = now.otherwise(); next != null; next = now.otherwise()) {
      if (!isGivenUp(now, isBegun)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  private boolean isGivenUp(Step<?> step, Predicate<Step<?>> isBegun) {
    var unison = step.unison();
    return steps.contains(step.fingerprint())
        || (unison != null
            && voices.contains(new Lost(unison.name(), step.provider()))
            && (unison.whole() || !isBegun.test(step)));
  }
}
