package io.vidgen.ledger;

import io.vidgen.ledger.Spending.Tally;
import io.vidgen.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what a ledger says. */
final class SpendingSums {
  private final Map<String, Money> spent = new TreeMap<>();
  private final Map<String, Money> reserved = new TreeMap<>();
  private int open;
  private int unpriced;

  private SpendingSums() {}

  static Tally total(List<StepRecord> records, List<Entry> entries) {
    return sums(records, entries, entry -> "", record -> "").getOrDefault("", nothing());
  }

  static Map<String, Tally> by(
      List<StepRecord> records, List<Entry> entries, Function<Payer, String> name) {
    return sums(
        records, entries, entry -> name.apply(entry.payer()), record -> name.apply(record.payer()));
  }

  static Map<String, Tally> byProvider(List<StepRecord> records, List<Entry> entries) {
    return sums(records, entries, Entry::provider, StepRecord::provider);
  }

  private static Map<String, Tally> sums(
      List<StepRecord> records,
      List<Entry> entries,
      Function<Entry, String> nameOfEntry,
      Function<StepRecord, String> nameOfRecord) {
    var sums = new HashMap<String, SpendingSums>();
    for (var entry : entries) {
      var sum = sums.computeIfAbsent(nameOfEntry.apply(entry), name -> new SpendingSums());
      (entry.open() ? sum.reserved : sum.spent)
          .merge(code(entry.amount().currency()), entry.amount(), Money::plus);
    }
    for (var record : records) {
      if (record.state().isOpen() || record.unpriced()) {
        var sum = sums.computeIfAbsent(nameOfRecord.apply(record), name -> new SpendingSums());
        sum.open += record.state().isOpen() ? 1 : 0;
        sum.unpriced += record.unpriced() ? 1 : 0;
      }
    }
    var tallies = new HashMap<String, Tally>();
    sums.forEach((name, sum) -> tallies.put(name, sum.tally()));
    return tallies;
  }

  private Tally tally() {
    return new Tally(List.copyOf(spent.values()), List.copyOf(reserved.values()), open, unpriced);
  }

  private static Tally nothing() {
    return new SpendingSums().tally();
  }

  private static String code(Currency currency) {
    return currency.getCurrencyCode();
  }
}
