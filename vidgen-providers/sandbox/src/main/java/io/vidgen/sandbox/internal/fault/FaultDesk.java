package io.vidgen.sandbox.internal.fault;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.time.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the rules and says what goes wrong with a request. The oldest rule that fits wins. */
public final class FaultDesk {

  private static final class Entry {
    private final FaultRule rule;
    private int left;

    Entry(FaultRule rule) {
      this.rule = rule;
      this.left = rule.times();
    }
  }

  private final Dice dice;
  private final List<Entry> entries = new ArrayList<>();

  /** No rules yet. */
  public FaultDesk(Dice dice) {
    this.dice = dice;
  }

  /** Adds a rule. */
  public synchronized void add(FaultRule rule) {
    entries.add(new Entry(rule));
  }

  /** Forgets all rules. */
  public synchronized void clear() {
    entries.clear();
  }

  /** Rules that can still hit something. */
  public synchronized List<FaultRule> waiting() {
    var rules = new ArrayList<FaultRule>();
    for (Entry entry : entries) {
      rules.add(entry.left > 0 ? entry.rule.times(entry.left) : entry.rule);
    }
    return rules;
  }

  /** Takes the fault for a request that has arrived. */
  public synchronized Optional<Fault> draw(Vendor vendor, String operation) {
    var hit = entries.stream().filter(entry -> hits(entry.rule, vendor, operation)).findFirst();
    if (hit.isEmpty()) {
      return Optional.empty();
    }
    var entry = hit.get();
    if (entry.left > 0 && --entry.left == 0) {
      entries.remove(entry);
    }
    return Optional.of(entry.rule.fault());
  }

  private boolean hits(FaultRule rule, Vendor vendor, String operation) {
    return fits(rule, vendor, operation)
        && (rule.probability() == 1
            || dice.next("fault " + vendor + operation).nextDouble() < rule.probability());
  }

  private static boolean fits(FaultRule rule, Vendor vendor, String operation) {
    if (rule.vendor() != null && rule.vendor() != vendor) {
      return false;
    }
    var pattern = rule.operation();
    return pattern.endsWith("*")
        ? operation.startsWith(pattern.substring(0, pattern.length() - 1))
        : operation.equals(pattern);
  }
}
