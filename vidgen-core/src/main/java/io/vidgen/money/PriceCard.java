package io.vidgen.money;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a provider charges, as known on a day.
 *
 * @param asOf the day the prices were read
 * @param source where they were read; empty for a free provider
 * @param units price of one unit by name, such as {@code second} or {@code character}; empty when
 *     everything is free
 */
public record PriceCard(LocalDate asOf, String source, Map<String, Money> units) {

  /** Copies the map. */
  public PriceCard {
    units = Map.copyOf(units);
  }

  /**
   * The card of a provider that never charges.
   *
   * @return a card without units
   */
  public static PriceCard free() {
    return new PriceCard(LocalDate.EPOCH, "", Map.of());
  }

  /**
   * Whether everything is free.
   *
   * @return true if there is no unit
   */
  public boolean isFree() {
    return units.isEmpty();
  }
}
