package io.vidgen.job;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What some steps cost together, with what cannot be priced kept apart.
 *
 * @param known what the steps cost whose price is known, one range for each currency, by its code;
 *     empty when they are all free
 * @param unknown the steps whose price is not known, in the order of the plan; one without an id
 *     when nothing could be planned
 */
public record Bill(List<Price.Range> known, List<Unpriced> unknown) {
  private static final String WHY = "not planned, since something is wrong with the request";

  /** Of a plan without steps, because its request cannot be rendered: it is not free either. */
  static final Bill NOT_PLANNED = new Bill(List.of(), List.of(new Unpriced("", WHY)));

  /** Copies the lists. */
  public Bill {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }

  /**
   * A step whose price is not known.
   *
   * @param step id of the step; empty when no step could be planned
   * @param reason why, for a person
   */
  public record Unpriced(String step, String reason) {}

  /**
   * Adds up.
   *
   * @param steps steps of a plan
   * @return their bill
   */
  static Bill of(Collection<PlannedStep> steps) {
    var known = new TreeMap<String, Price.Range>();
    var unknown = new ArrayList<Unpriced>();
    for (var step : steps) {
      if (step.price() instanceof Price.Range range) {
        known.merge(range.low().currency().getCurrencyCode(), range, Bill::sum);
      } else if (step.price() instanceof Price.Unknown price) {
        unknown.add(new Unpriced(step.id(), price.reason()));
      }
    }
    return new Bill(List.copyOf(known.values()), unknown);
  }

  private static Price.Range sum(Price.Range a, Price.Range b) {
    return new Price.Range(a.low().plus(b.low()), a.high().plus(b.high()));
  }

  /** Whether there was anything to add up. */
  boolean isPlanned() {
    return !equals(NOT_PLANNED);
  }

  /**
   * Whether nothing costs anything.
   *
   * @return true if no step has a price, known or not; false when nothing could be planned
   */
  public boolean isFree() {
    return known.isEmpty() && unknown.isEmpty();
  }

  /**
   * The most that the known part costs in a currency.
   *
   * @param currency the currency
   * @return the amount, zero if nothing is paid in it
   */
  public Money most(Currency currency) {
    return known.stream()
        .map(Price.Range::high)
        .filter(high -> high.currency().equals(currency))
        .findFirst()
        .orElseGet(() -> new Money(BigDecimal.ZERO, currency));
  }

  /**
   * The bill in words.
   *
   * @return such as {@code USD 0.40 to USD 0.50}, {@code free}, {@code at least USD 0.40, and 2
   *     steps whose price is unknown}, or {@code not planned}
   */
  @Override
  public String toString() {
    if (!isPlanned()) {
      return "not planned";
    }
    if (isFree()) {
      return "free";
    }
    if (unknown.isEmpty()) {
      return known.stream().map(Price.Range::toString).collect(Collectors.joining(" and "));
    }
    var least =
        known.stream().map(range -> range.low().toString()).collect(Collectors.joining(" and "));
    var rest =
        unknown.size() + (unknown.size() == 1 ? " step" : " steps") + " whose price is unknown";
    return least.isEmpty() ? rest : "at least " + least + ", and " + rest;
  }
}
