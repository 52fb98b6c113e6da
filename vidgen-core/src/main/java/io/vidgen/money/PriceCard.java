package io.vidgen.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider charges, as known on a day. Immutable. Files of cards are read by {@code
 * io.vidgen.spi.PriceCards}.
 *
 * @param asOf the day on which the prices were read; null for prices of your own, which never age
 * @param source where they were read; empty for a free provider
 * @param currency of all amounts
 * @param rates the prices; empty when everything is free
 */
public record PriceCard(
    @Nullable LocalDate asOf, String source, Currency currency, List<Rate> rates) {
  /** How many days a card is believed. */
  public static final int DAYS_FRESH = 90;

  private static final Currency USUAL = Currency.getInstance("USD");
  private static final String OWN = "your own options";

  /** Those without a day hold first. */
  private static final Comparator<Rate> BY_DAY =
      Comparator.comparing(Rate::since, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if an amount has another currency, or two rates are for the
   *     same thing
   */
  public PriceCard {
    rates = List.copyOf(rates);
    var seen = new HashSet<Rate>();
    for (var rate : rates) {
      if (!rate.amount().currency().equals(currency)) {
        throw new IllegalArgumentException(rate + " is not in " + currency);
      }
      var key =
          new Rate(
              rate.model(),
              rate.tier(),
              rate.condition(),
              rate.unit(),
              1,
              rate.amount().times(BigDecimal.ZERO),
              rate.since());
      if (!seen.add(key)) {
        throw new IllegalArgumentException("two prices for the same: " + rate);
      }
    }
  }

  /**
   * The card of a provider that never charges.
   *
   * @return a card without rates
   */
  public static PriceCard free() {
    return new PriceCard(null, "", USUAL, List.of());
  }

  /**
   * A card that was read somewhere.
   *
   * @param asOf on which day
   * @param source where
   * @param rates the prices, at least one, all of one currency
   * @return the card
   * @throws IllegalArgumentException if there is no rate, or the currencies differ
   */
  public static PriceCard of(LocalDate asOf, String source, Rate... rates) {
    return card(asOf, source, rates);
  }

  /**
   * Prices of your own, such as those of your contract. They have no date and never age.
   *
   * @param rates the prices, at least one, all of one currency
   * @return the card
   * @throws IllegalArgumentException if there is no rate, or the currencies differ
   */
  public static PriceCard own(Rate... rates) {
    return card(null, OWN, rates);
  }

  private static PriceCard card(@Nullable LocalDate asOf, String source, Rate... rates) {
    if (rates.length == 0) {
      throw new IllegalArgumentException("there must be a price; for none see PriceCard.free()");
    }
    return new PriceCard(asOf, source, rates[0].amount().currency(), List.of(rates));
  }

  /**
   * Whether everything is free.
   *
   * @return true if there is no rate
   */
  public boolean isFree() {
    return rates.isEmpty();
  }

  /**
   * This card, if it is one for a provider that charges. Nothing is ever free by a card of the
   * user's: what is free is sent again without a question.
   *
   * @return this
   * @throws IllegalArgumentException if it has no rate
   */
  public PriceCard requirePaid() {
    if (isFree()) {
      throw new IllegalArgumentException(
          "a card must have prices; where nothing is charged, amounts of 0");
    }
    return this;
  }

  /**
   * Whether it is too old to be believed without a word: read more than {@link #DAYS_FRESH} days
   * ago.
   *
   * @param today the day
   * @return true if so; never for a card without a date
   */
  public boolean isStale(LocalDate today) {
    return asOf != null && !isFree() && asOf.plusDays(DAYS_FRESH).isBefore(today);
  }

  /**
   * The price of something without a condition.
   *
   * @param model id of the model
   * @param tier which tier of it
   * @param unit what is counted
   * @return the rate of this model and tier, or that of all models or tiers; empty when there is
   *     none
   */
  public Optional<Rate> rate(String model, String tier, PriceUnit unit) {
    return rate(model, tier, "", unit);
  }

  /**
   * The price of something. Where it is announced to change, the earliest counts: see {@link #on}.
   *
   * @param model id of the model
   * @param tier which tier of it
   * @param condition exactly this one
   * @param unit what is counted
   * @return the rate of this model and tier, or that of all models or tiers; empty when there is
   *     none
   */
  public Optional<Rate> rate(String model, String tier, String condition, PriceUnit unit) {
    return rates.stream()
        .filter(rate -> rate.unit() == unit && rate.condition().equals(condition))
        .filter(rate -> rate.model().isEmpty() || rate.model().equals(model))
        .filter(rate -> rate.tier().isEmpty() || rate.tier().equals(tier))
        .min(
            Comparator.comparing((Rate rate) -> rate.model().isEmpty())
                .thenComparing(rate -> rate.tier().isEmpty())
                .thenComparing(BY_DAY));
  }

  /**
   * The prices of a day.
   *
   * @param day a day
   * @return the card with the rates that hold then; each once
   */
  public PriceCard on(LocalDate day) {
    var holding = new ArrayList<Rate>();
    for (var rate : rates) {
      var since = rate.since();
      boolean begun = since == null || !since.isAfter(day);
      boolean replaced =
          rates.stream()
              .filter(other -> other.isLike(rate) && BY_DAY.compare(other, rate) > 0)
              .map(Rate::since)
              .anyMatch(later -> later != null && !later.isAfter(day));
      if (begun && !replaced) {
        holding.add(rate);
      }
    }
    return new PriceCard(asOf, source, currency, holding);
  }

  /**
   * The same card with more rates, each in place of what it says about the same thing, whatever the
   * day.
   *
   * @param more rates in its currency
   * @return a new card
   * @throws IllegalArgumentException if a currency is another one
   */
  public PriceCard with(Rate... more) {
    var all = new ArrayList<>(rates);
    for (var rate : more) {
      all.removeIf(rate::isLike);
    }
    all.addAll(List.of(more));
    return new PriceCard(asOf, source, currency, all);
  }

  @Override
  public String toString() {
    if (isFree()) {
      return "PriceCard[free]";
    }
    return "PriceCard[" + (asOf == null ? "no date" : asOf) + ", " + source + ": " + rates + "]";
  }
}
