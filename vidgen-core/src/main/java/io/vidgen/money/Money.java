package io.vidgen.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money.
 *
 * @param amount how much, zero or more, without trailing zeros
 * @param currency of what
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  private static final int MOST_DIGITS = 6;

  /**
   * Normalises the scale so that equal amounts are equal.
   *
   * @throws IllegalArgumentException if the amount is negative
   */
  public Money {
    requireNonNull(amount, "amount");
    requireNonNull(currency, "currency");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("amount must be 0 or more, not " + amount);
    }
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /**
   * An amount of US dollars.
   *
   * @param amount such as {@code "0.40"}: digits with a point, without a sign of the currency
   * @return the money
   * @throws NumberFormatException if it is not a number; its message names the value
   * @throws IllegalArgumentException if it is negative
   */
  public static Money usd(String amount) {
    requireNonNull(amount, "amount");
    try {
      return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    } catch (NumberFormatException e) {
      var wrong =
          new NumberFormatException(
              "'" + amount + "' is no amount of US dollars: write digits with a point, as in 5.00");
      wrong.initCause(e);
      throw wrong;
    }
  }

  /**
   * The sum.
   *
   * @param other an amount of the same currency
   * @return both together
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * A multiple.
   *
   * @param factor how many, zero or more
   * @return the product, rounded to a millionth
   */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor).setScale(MOST_DIGITS, RoundingMode.HALF_UP), currency);
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot mix " + currency + " and " + other.currency + ": convert one first");
    }
    return other;
  }

  @Override
  public String toString() {
    var digits = Math.max(amount.scale(), currency.getDefaultFractionDigits());
    return currency.getCurrencyCode() + " " + amount.setScale(digits).toPlainString();
  }
}
