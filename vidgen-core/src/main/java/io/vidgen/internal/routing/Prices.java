package io.vidgen.internal.routing;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.util.List;

/** How prices compare, in words: of a range its middle counts, as when they are put in order. */
final class Prices {
  private Prices() {}

  /** Why the cheapest of several comes first. */
  static String cheapest(Price first, List<Price> all) {
    if (first instanceof Price.Unknown) {
      return "listed first, since no price is known";
    }
    long many = all.stream().filter(price -> isComparable(price, first)).count();
    boolean free = first instanceof Price.Free;
    if (many == all.size() || free) {
      return "cheapest of " + all.size() + " (" + words(first) + ")";
    }
    boolean foreign =
        all.stream().anyMatch(p -> p instanceof Price.Range && !isComparable(p, first));
    var which = foreign ? " priced in " + currency(first) : " whose price is known";
    return (many == 1 ? "the only one" : "cheapest of the " + many)
        + which
        + " ("
        + words(first)
        + ")";
  }

  /** How the price of one who steps in compares with that of the one who is asked first. */
  static String behind(Price next, Price first) {
    if (!isComparable(next, first)) {
      return next instanceof Price.Range && first instanceof Price.Range
          ? "price " + next + ", which cannot be compared with " + currency(first)
          : "price " + next;
    }
    if (next.equals(first)) {
      return next instanceof Price.Free ? "free too" : "at the same price, " + next;
    } else if (next instanceof Price.Free) {
      return "free";
    }
    int order = middle(next).compareTo(middle(first));
    var word = order > 0 ? "dearer" : order < 0 ? "cheaper" : "as cheap";
    return word + " (" + brief(next) + " against " + brief(first) + ")";
  }

  private static boolean isComparable(Price one, Price other) {
    if (one instanceof Price.Unknown || other instanceof Price.Unknown) {
      return false;
    }
    return one instanceof Price.Free
        || other instanceof Price.Free
        || currency(one).equals(currency(other));
  }

  private static String currency(Price price) {
    return price instanceof Price.Range range ? range.low().currency().getCurrencyCode() : "";
  }

  private static BigDecimal middle(Price price) {
    return price instanceof Price.Range range ? middle(range).amount() : BigDecimal.ZERO;
  }

  private static Money middle(Price.Range range) {
    var sum = range.low().plus(range.high());
    return new Money(sum.amount().divide(BigDecimal.valueOf(2)), sum.currency());
  }

  private static boolean isExact(Price.Range range) {
    return range.low().equals(range.high());
  }

  private static String words(Price price) {
    return price instanceof Price.Range range && !isExact(range)
        ? range + ", in the middle " + middle(range)
        : price.toString();
  }

  private static String brief(Price price) {
    if (price instanceof Price.Range range) {
      return isExact(range) ? range.toString() : middle(range) + " in the middle";
    }
    return "nothing";
  }
}
