package io.vidgen.internal.engine;

import io.vidgen.ledger.Charge;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the attempts of a step cost, one by one. Amounts of several currencies are never added. */
final class Charges {
  private Charges() {}

  /** All charges of a step that is attempted once more, so that each stays with who caused it. */
  static List<Charge> before(@Nullable StepRecord last) {
    var newest = last == null ? null : newest(last);
    if (last == null || newest == null) {
      return last == null ? List.of() : last.earlier();
    }
    var all = new ArrayList<>(last.earlier());
    all.add(new Charge(last.payer(), last.announcedAt(), newest));
    return List.copyOf(all);
  }

  /** What is booked of the newest attempt; null when that is nothing. */
  private static @Nullable Money newest(StepRecord record) {
    var spent = record.spent();
    if (spent == null) {
      return null;
    }
    var newest = spent.amount().subtract(sum(record.earlier(), spent.currency()));
    return newest.signum() <= 0 ? null : new Money(newest, spent.currency());
  }

  private static BigDecimal sum(List<Charge> charges, Currency currency) {
    return charges.stream()
        .map(Charge::amount)
        .filter(amount -> amount.currency().equals(currency))
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Whether the newest attempt is booked already, so that its result is only fetched again: from
   * the operation that it was done in, or from one that a person has adopted for it.
   */
  static boolean isPaid(StepRecord last) {
    var reserved = last.reserved();
    return last.state() == StepState.COMPLETED
        || (last.state().isOpen()
            && reserved != null
            && reserved.amount().signum() == 0
            && newest(last) != null);
  }

  /** What is reserved for an operation that a person adopts: nothing for one that is booked. */
  static @Nullable Money reserveOfAdopted(StepRecord step) {
    var spent = step.spent();
    return step.state() == StepState.COMPLETED && spent != null
        ? new Money(BigDecimal.ZERO, spent.currency())
        : step.reserved();
  }

  /**
   * What is spent on a step when an attempt costs something: all that was charged in the currency
   * of that. What earlier attempts cost is spent all the same; to fetch a file again costs nothing
   * more.
   */
  static @Nullable Money spent(@Nullable StepRecord last, @Nullable Money now) {
    if (last == null || now == null || isPaid(last)) {
      return last == null ? now : last.spent();
    }
    var before = last.spent();
    if (before != null && before.currency().equals(now.currency())) {
      return before.plus(now);
    }
    return new Money(now.amount().add(sum(last.earlier(), now.currency())), now.currency());
  }

  /** Which part of that is of earlier attempts; what is of another currency always is. */
  static List<Charge> earlier(@Nullable StepRecord last, @Nullable Money spent) {
    var before = last == null ? null : last.spent();
    boolean other = before != null && spent != null && !before.currency().equals(spent.currency());
    return other || last == null ? before(last) : last.earlier();
  }

  /** The larger one; of two currencies the newer amount. */
  static @Nullable Money larger(@Nullable Money before, @Nullable Money now) {
    if (before == null || now == null) {
      return before == null ? now : before;
    }
    boolean same = before.currency().equals(now.currency());
    return same && before.compareTo(now) > 0 ? before : now;
  }
}
