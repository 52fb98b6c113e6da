package io.vidgen.ledger;

import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What was spent, what is reserved, and what budgets leave. Amounts are the most that something
 * cost, as in {@link StepRecord#spent()}.
 *
 * @param at when this was so
 * @param total everything
 * @param byOwner by {@link Payer#owner()}; the empty name stands for those who were not named
 * @param byProject by owner and project, as {@link SpendLimit#project(String, String)} puts them
 * @param byRender by {@link Payer#render()}
 * @param byProvider by the id of who is paid
 * @param standings how each limit stands: those of owners and projects for each that spent
 *     something, those of renders for each that has something reserved
 */
public record Spending(
    Instant at,
    Tally total,
    Map<String, Tally> byOwner,
    Map<String, Tally> byProject,
    Map<String, Tally> byRender,
    Map<String, Tally> byProvider,
    List<Standing> standings) {

  /** Copies the maps and the list. */
  public Spending {
    byOwner = Collections.unmodifiableMap(new TreeMap<>(byOwner));
    byProject = Collections.unmodifiableMap(new TreeMap<>(byProject));
    byRender = Collections.unmodifiableMap(new TreeMap<>(byRender));
    byProvider = Collections.unmodifiableMap(new TreeMap<>(byProvider));
    standings = List.copyOf(standings);
  }

  /**
   * Sums.
   *
   * @param spent what was charged, one amount for each currency
   * @param reserved what calls under way and those of unknown outcome may cost, one amount for each
   *     currency
   * @param open how many calls those are, whether they have a price or not
   * @param unpriced how many steps cost more than {@code spent} says, because nobody knew a price
   */
  public record Tally(List<Money> spent, List<Money> reserved, int open, int unpriced) {
    /** Copies the lists. */
    public Tally {
      spent = List.copyOf(spent);
      reserved = List.copyOf(reserved);
    }
  }

  /**
   * A limit and what it leaves.
   *
   * @param limit the limit, with its subject
   * @param counted what is spent or reserved of it
   * @param left what may be spent still
   */
  public record Standing(SpendLimit limit, Money counted, Money left) {}

  /**
   * Reads a ledger.
   *
   * @param ledger the ledger
   * @param budget the limits that are asked about
   * @param now what time it is, for limits with a window
   * @return what the ledger says
   */
  public static Spending of(Ledger ledger, Budget budget, Instant now) {
    var records = ledger.all();
    var entries = new ArrayList<Entry>();
    records.forEach(record -> entries.addAll(Entry.of(record)));
    return new Spending(
        now,
        SpendingSums.total(records, entries),
        SpendingSums.by(records, entries, Payer::owner),
        SpendingSums.by(records, entries, payer -> payer.subject(SpendLimit.Scope.PROJECT)),
        SpendingSums.by(records, entries, Payer::render),
        SpendingSums.byProvider(records, entries),
        standings(ledger, budget, entries, now));
  }

  private static List<Standing> standings(
      Ledger ledger, Budget budget, List<Entry> entries, Instant now) {
    var standings = new ArrayList<Standing>();
    for (var limit : budget.limits()) {
      for (var subject : subjects(limit, entries)) {
        standings.add(standing(ledger, limit.of(subject), now));
      }
    }
    return standings;
  }

  private static Standing standing(Ledger ledger, SpendLimit limit, Instant now) {
    var counted = ledger.counted(limit, now);
    var left = limit.most().amount().subtract(counted.amount()).max(BigDecimal.ZERO);
    return new Standing(limit, counted, new Money(left, counted.currency()));
  }

  private static Iterable<String> subjects(SpendLimit limit, List<Entry> entries) {
    if (limit.scope() == SpendLimit.Scope.LEDGER || !limit.subject().isEmpty()) {
      return List.of(limit.subject());
    }
    Function<Entry, String> subject = entry -> entry.payer().subject(limit.scope());
    var subjects = new TreeSet<String>();
    entries.stream()
        .filter(entry -> entry.open() || limit.scope() != SpendLimit.Scope.RENDER)
        .map(subject)
        .forEach(subjects::add);
    return subjects;
  }
}
