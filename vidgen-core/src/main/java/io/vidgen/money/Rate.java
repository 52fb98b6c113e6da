package io.vidgen.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link PriceCard}.
 *
 * @param model id of the vendor's model; empty for all of them
 * @param tier what of it, such as {@code 1080p} or {@code 2K}; empty for everything
 * @param condition under which else it holds, such as {@code silent}; empty for none
 * @param unit what is counted
 * @param per how many of them the amount is for: 1, 1,000 or 1,000,000
 * @param amount what that many cost
 * @param since from which day on it holds, for a change that was announced; null for always
 */
public record Rate(
    String model,
    String tier,
    String condition,
    PriceUnit unit,
    int per,
    Money amount,
    @Nullable LocalDate since) {
  private static final int THOUSAND = 1000;
  private static final int MILLION = 1_000_000;

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if {@code per} is not 1, 1,000 or 1,000,000
   */
  public Rate {
    if (per != 1 && per != THOUSAND && per != MILLION) {
      throw new IllegalArgumentException("per must be 1, 1000 or 1000000, not " + per);
    }
  }

  /**
   * What one costs, of every model and tier.
   *
   * @param unit what is counted
   * @param amount what one costs
   * @return the rate
   */
  public static Rate of(PriceUnit unit, Money amount) {
    return new Rate("", "", "", unit, 1, amount, null);
  }

  /**
   * The same for one model.
   *
   * @param id id of the model
   * @return a new rate
   */
  public Rate forModel(String id) {
    return new Rate(id, tier, condition, unit, per, amount, since);
  }

  /**
   * The same for one tier.
   *
   * @param name such as {@code 1080p}
   * @return a new rate
   */
  public Rate forTier(String name) {
    return new Rate(model, name, condition, unit, per, amount, since);
  }

  /**
   * The same under a condition.
   *
   * @param name such as {@code silent}
   * @return a new rate
   */
  public Rate when(String name) {
    return new Rate(model, tier, name, unit, per, amount, since);
  }

  /**
   * The same amount for a thousand.
   *
   * @return a new rate
   */
  public Rate perThousand() {
    return new Rate(model, tier, condition, unit, THOUSAND, amount, since);
  }

  /**
   * The same amount for a million.
   *
   * @return a new rate
   */
  public Rate perMillion() {
    return new Rate(model, tier, condition, unit, MILLION, amount, since);
  }

  /**
   * The same from a day on.
   *
   * @param day the first day
   * @return a new rate
   */
  public Rate from(LocalDate day) {
    return new Rate(model, tier, condition, unit, per, amount, day);
  }

  /**
   * What so many cost.
   *
   * @param count how many, zero or more
   * @return the price, rounded to a millionth
   */
  public Money cost(BigDecimal count) {
    return exactCost(count).times(BigDecimal.ONE);
  }

  /**
   * What so many cost, to be added to other amounts before anything is rounded.
   *
   * @param count how many, zero or more
   * @return the price, not rounded
   */
  public Money exactCost(BigDecimal count) {
    var ones = count.movePointLeft(Integer.toString(per).length() - 1);
    return new Money(amount.amount().multiply(ones), amount.currency());
  }

  /**
   * What so many cost.
   *
   * @param count how many, zero or more
   * @return the price, rounded to a millionth
   */
  public Money cost(long count) {
    return cost(BigDecimal.valueOf(count));
  }

  /** Whether it is about the same thing, maybe on other days. */
  boolean isLike(Rate other) {
    return model.equals(other.model)
        && tier.equals(other.tier)
        && condition.equals(other.condition)
        && unit == other.unit;
  }

  @Override
  public String toString() {
    var text = new StringBuilder(amount.toString()).append(" per ");
    if (per > 1) {
      text.append(per).append(' ');
    }
    text.append(unit.word());
    for (var part : new String[] {model, tier, condition}) {
      if (!part.isEmpty()) {
        text.append(", ").append(part);
      }
    }
    return since == null ? text.toString() : text.append(", from ").append(since).toString();
  }
}
