package io.vidgen.internal.engine;

import io.vidgen.ledger.Charge;
import io.vidgen.ledger.StepRecord;
import io.vidgen.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the attempts of a step cost, one by one. */
final class Charges {
  private Charges() {}

  /** All charges of a step that is attempted once more, so that each stays with who caused it. */
  static List<Charge> before(@Nullable StepRecord last) {
    if (last == null || last.spent() == null) {
      return last == null ? List.of() : last.earlier();
    }
    var spent = last.spent();
    var known =
        last.earlier().stream()
            .map(charge -> charge.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var newest = spent.amount().subtract(known);
    if (newest.signum() <= 0) {
      return last.earlier();
    }
    var all = new ArrayList<>(last.earlier());
    all.add(new Charge(last.payer(), last.announcedAt(), new Money(newest, spent.currency())));
    return List.copyOf(all);
  }
}
