package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a plan does not keep.
 *
 * @param limit the limit, with its subject
 * @param spent what counts against it already
 * @param planned what the plan adds to that at most
 * @param unpriced ids of steps that cannot be held against it, and that it does not allow
 * @param delay how long the render waits for room, or for a price; null when waiting does not help
 */
record Excess(
    SpendLimit limit, Money spent, Money planned, List<String> unpriced, @Nullable Duration delay) {
  private static final String FIELD = "budget";

  Excess {
    unpriced = List.copyOf(unpriced);
  }

  /** Whether the render cannot be done within the limit, however long it takes. */
  boolean isError() {
    return delay == null;
  }

  /** Whether something cannot be held against the limit, and will not be able to be later. */
  boolean isUnpriced() {
    return delay == null && !unpriced.isEmpty();
  }

  /** Whether the limit is one of this render alone, so that who renders may raise it. */
  boolean isOfRender() {
    return limit.scope() == SpendLimit.Scope.RENDER;
  }

  /** The limit, or one raised already, so that the plan just keeps it. */
  SpendLimit raise(SpendLimit now) {
    var most = spent.plus(planned);
    return new SpendLimit(
        now.scope(),
        now.subject(),
        now.providers(),
        most.compareTo(now.most()) > 0 ? most : now.most(),
        now.window(),
        now.allowsUnpriced() || !unpriced.isEmpty());
  }

  Problem problem() {
    if (!unpriced.isEmpty() && delay != null) {
      return Problem.warning(
          FIELD,
          "nobody can say yet what is charged for " + String.join(", ", unpriced),
          "the render stops there if "
              + limit.describe()
              + " does not allow it; what was bought is kept");
    }
    if (!unpriced.isEmpty()) {
      return Problem.error(
          FIELD,
          limit.describe()
              + " holds, and nobody can say in "
              + limit.most().currency()
              + " what is charged for "
              + String.join(", ", unpriced),
          "give their price, or allow what cannot be priced with Budget.allowUnpriced()");
    }
    var sum = limit.describe() + ": " + spent + " spent or reserved, up to " + planned + " planned";
    if (delay != null) {
      return Problem.warning(
          FIELD,
          sum + "; the render waits up to " + minutes(delay) + " for room",
          "nothing fails by that; raise the budget to have it sooner");
    }
    return Problem.error(
        FIELD,
        limit.window() == null ? sum + ", " + over() + " too much" : sum + "; one step is over it",
        "raise the budget, or make the request cheaper");
  }

  /** How much too much it is; zero when it is a single step that does not fit into a window. */
  Money over() {
    var sum = spent.plus(planned);
    return new Money(
        sum.amount().subtract(limit.most().amount()).max(BigDecimal.ZERO), sum.currency());
  }

  private static String minutes(Duration wait) {
    return wait.toSeconds() < 120 ? wait.toSeconds() + " s" : wait.toMinutes() + " min";
  }
}
