package io.vidgen.ledger;

import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One amount that a record says was spent, or is reserved.
 *
 * @param step whose record says so
 * @param number which of its amounts, from 0
 * @param payer for whom
 * @param provider who gets it
 * @param at when it was announced
 * @param amount how much, more than zero
 * @param open whether it is only reserved
 */
record Entry(
    Fingerprint step,
    int number,
    Payer payer,
    String provider,
    Instant at,
    Money amount,
    boolean open) {
  /** Everything in a record that is, or may become, money spent. */
  static List<Entry> of(StepRecord record) {
    var entries = new ArrayList<Entry>(1);
    for (var charge : record.earlier()) {
      add(entries, record, charge.payer(), charge.at(), charge.amount(), false);
    }
    var spent = newest(record);
    if (spent != null) {
      add(entries, record, record.payer(), record.announcedAt(), spent, false);
    }
    var reserved = record.reserved();
    if (reserved != null && record.state().isOpen()) {
      add(entries, record, record.payer(), record.announcedAt(), reserved, true);
    }
    return entries;
  }

  private static void add(
      List<Entry> entries, StepRecord of, Payer payer, Instant at, Money amount, boolean open) {
    if (amount.amount().signum() > 0) {
      entries.add(
          new Entry(of.fingerprint(), entries.size(), payer, of.provider(), at, amount, open));
    }
  }

  private static @Nullable Money newest(StepRecord record) {
    var spent = record.spent();
    if (spent == null) {
      return null;
    }
    var earlier =
        record.earlier().stream()
            .map(Charge::amount)
            .filter(amount -> amount.currency().equals(spent.currency()))
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(spent.amount().subtract(earlier).max(BigDecimal.ZERO), spent.currency());
  }

  /** Whether a limit counts it, at whatever time. */
  boolean counts(SpendLimit limit) {
    return limit.covers(provider)
        && amount.currency().equals(limit.most().currency())
        && payer.subject(limit.scope()).equals(limit.subject());
  }

  /** Whether a limit has a say about a record. */
  static boolean concerns(SpendLimit limit, StepRecord record) {
    return limit.covers(record.provider())
        && record.payer().subject(limit.scope()).equals(limit.subject());
  }
}
