package io.vidgen.ledger;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a ledger refuses to reserve. */
final class OverBudget {
  private OverBudget() {}

  static VidgenException of(
      StepRecord next, Money asked, SpendLimit limit, Money spent, @Nullable Duration room) {
    var left =
        new Money(
            limit.most().amount().subtract(spent.amount()).max(BigDecimal.ZERO),
            limit.most().currency());
    var failure =
        Failure.of(
            FailureKind.OVER_BUDGET,
            limit.describe()
                + " does not allow this "
                + next.kind()
                + " step: "
                + asked
                + " asked, "
                + spent
                + " spent or reserved, "
                + left
                + " left",
            room == null
                ? "raise the budget, or make the request cheaper; what was bought is kept"
                : "wait until there is room, or raise the budget; what was bought is kept");
    return new VidgenException(room == null ? failure : failure.retryAfter(room));
  }

  static VidgenException unpriced(StepRecord next, SpendLimit limit) {
    var asked = next.reserved();
    return VidgenException.of(
        FailureKind.OVER_BUDGET,
        limit.describe()
            + " does not allow this "
            + next.kind()
            + " step: "
            + (asked == null
                ? "nobody knows what " + next.provider() + " charges for it"
                : "it is priced at " + asked + ", in another currency"),
        "give its price, or allow what cannot be held against the budget with"
            + " Budget.allowUnpriced()");
  }
}
