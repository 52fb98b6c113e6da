package io.vidgen.money;

/** What a step will cost. What cannot be priced says so; it is never taken for zero. */
public sealed interface Price {

  /** It costs nothing. */
  record Free() implements Price {
    @Override
    public String toString() {
      return "free";
    }
  }

  /**
   * It costs between two amounts.
   *
   * @param low the least, of the same currency as {@code high}
   * @param high the most
   */
  record Range(Money low, Money high) implements Price {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code high} is under {@code low} or of another currency
     */
    public Range {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException("low " + low + " is over high " + high);
      }
    }

    @Override
    public String toString() {
      return low.equals(high) ? low.toString() : low + " to " + high;
    }
  }

  /**
   * Nobody here knows.
   *
   * @param reason why it cannot be priced
   */
  record Unknown(String reason) implements Price {
    @Override
    public String toString() {
      return "unknown (" + reason + ")";
    }
  }

  /**
   * Costs nothing.
   *
   * @return the price
   */
  static Price free() {
    return new Free();
  }

  /**
   * Costs exactly this.
   *
   * @param money the amount
   * @return the price
   */
  static Price exactly(Money money) {
    return new Range(money, money);
  }

  /**
   * Both together. Adding something unknown makes the sum unknown, and so do two currencies.
   *
   * @param other another price
   * @return the sum
   */
  default Price plus(Price other) {
    if (this instanceof Free) {
      return other;
    }
    if (other instanceof Free) {
      return this;
    }
    if (this instanceof Range a && other instanceof Range b) {
      return a.low().currency().equals(b.low().currency())
          ? new Range(a.low().plus(b.low()), a.high().plus(b.high()))
          : new Unknown("more than one currency");
    }
    return this instanceof Unknown ? this : other;
  }
}
