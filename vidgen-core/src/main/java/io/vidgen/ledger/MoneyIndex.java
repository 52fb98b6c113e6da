package io.vidgen.ledger;

import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was spent and is reserved, in sums that a limit can be held against at once. Safe for use by
 * several threads.
 */
final class MoneyIndex {
  private final Map<Fingerprint, List<Entry>> steps = new HashMap<>();
  private final Map<Account, BigDecimal> sums = new HashMap<>();
  private final NavigableMap<Moment, Entry> byTime = new TreeMap<>();
  private final Set<String> providers = new TreeSet<>();

  /** What is added up. */
  private record Account(
      SpendLimit.Scope scope, String subject, String provider, Currency currency) {
    static Account of(SpendLimit.Scope scope, Entry entry) {
      return new Account(
          scope, entry.payer().subject(scope), entry.provider(), entry.amount().currency());
    }
  }

  private record Moment(Instant at, String step, int number) implements Comparable<Moment> {
    static Moment of(Entry entry) {
      return new Moment(entry.at(), entry.step().hex(), entry.number());
    }

    @Override
    public int compareTo(Moment other) {
      int order = at.compareTo(other.at);
      if (order == 0) {
        order = step.compareTo(other.step);
      }
      return order != 0 ? order : Integer.compare(number, other.number);
    }
  }

  /** Takes a record for what its step costs, instead of what was known of that step. */
  synchronized void put(StepRecord record) {
    replace(record.fingerprint(), Entry.of(record));
  }

  /**
   * Reserves for a record, unless it would pass a limit.
   *
   * @return what was known of its step, for {@link #restore}
   * @throws io.vidgen.error.VidgenException if it would; nothing has changed then
   */
  synchronized List<Entry> reserve(StepRecord next, List<SpendLimit> limits) {
    var step = next.fingerprint();
    var all = Entry.of(next);
    // What was reserved for the step makes way; what its earlier attempts cost counts on.
    var before = replace(step, all.stream().filter(entry -> !entry.open()).toList());
    boolean allowed = false;
    try {
      for (var limit : limits) {
        if (Entry.concerns(limit, next)) {
          check(next, limit);
        }
      }
      allowed = true;
    } finally {
      replace(step, allowed ? all : before);
    }
    return before;
  }

  /** Takes back a reserve that could not be written. */
  synchronized void restore(Fingerprint step, List<Entry> before) {
    replace(step, before);
  }

  private void check(StepRecord next, SpendLimit limit) {
    var asked = next.reserved();
    if (asked == null || !asked.currency().equals(limit.most().currency())) {
      if (!limit.allowsUnpriced()) {
        throw OverBudget.unpriced(next, limit);
      }
      return;
    }
    var spent = sum(limit, next.announcedAt());
    if (spent.plus(asked).compareTo(limit.most()) > 0) {
      throw OverBudget.of(next, asked, limit, spent, room(limit, asked, spent, next.announcedAt()));
    }
  }

  /** How long until enough has fallen out of the window; null when waiting does not help. */
  private @Nullable Duration room(SpendLimit limit, Money asked, Money spent, Instant now) {
    var window = limit.window();
    if (window == null || asked.compareTo(limit.most()) > 0) {
      return null;
    }
    var left = spent.amount();
    var most = limit.most().amount().subtract(asked.amount());
    for (var entry : within(limit, now).toList()) {
      left = left.subtract(entry.amount().amount());
      if (left.compareTo(most) <= 0) {
        return Duration.between(now, entry.at().plus(window));
      }
    }
    return null;
  }

  /** What counts against a limit at a time. */
  synchronized Money sum(SpendLimit limit, Instant now) {
    var currency = limit.most().currency();
    if (limit.window() != null) {
      return new Money(
          within(limit, now)
              .map(entry -> entry.amount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add),
          currency);
    }
    var total = BigDecimal.ZERO;
    for (var provider : limit.providers().isEmpty() ? providers : limit.providers()) {
      var account = new Account(limit.scope(), limit.subject(), provider, currency);
      total = total.add(sums.getOrDefault(account, BigDecimal.ZERO));
    }
    return new Money(total, currency);
  }

  /** What counts against a limit with a window, the oldest first. */
  private Stream<Entry> within(SpendLimit limit, Instant now) {
    var window = limit.window();
    var from =
        window == null || window.compareTo(Duration.between(Instant.EPOCH, now)) > 0
            ? Instant.MIN
            : now.minus(window);
    return byTime.tailMap(new Moment(from, "", 0), false).values().stream()
        .filter(entry -> entry.at().isAfter(from) && entry.counts(limit));
  }

  private List<Entry> replace(Fingerprint step, List<Entry> now) {
    var before = now.isEmpty() ? steps.remove(step) : steps.put(step, now);
    if (before == null) {
      before = List.of();
    }
    for (var entry : before) {
      byTime.remove(Moment.of(entry));
      add(entry, entry.amount().amount().negate());
    }
    for (var entry : now) {
      byTime.put(Moment.of(entry), entry);
      providers.add(entry.provider());
      add(entry, entry.amount().amount());
    }
    return before;
  }

  private void add(Entry entry, BigDecimal amount) {
    for (var scope : SpendLimit.Scope.values()) {
      sums.compute(
          Account.of(scope, entry),
          (account, sum) -> {
            var next = sum == null ? amount : sum.add(amount);
            return next.signum() == 0 ? null : next;
          });
    }
  }
}
