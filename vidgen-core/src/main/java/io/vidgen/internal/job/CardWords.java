package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Nearest;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.PriceCards;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the words of the user's prices with those of the card in the provider's jar. A provider
 * looks for its own words only, so that a rate with another one is never found, and a more general
 * one holds in its place without anybody noticing.
 */
final class CardWords {
  private final String field;
  private final PriceCard own;
  private final PriceCard ofJar;

  private CardWords(String field, PriceCard own, PriceCard ofJar) {
    this.field = field;
    this.own = own;
    this.ofJar = ofJar;
  }

  /**
   * Compares.
   *
   * @param field how messages call the user's prices
   * @param own the user's prices
   * @param factory the provider's factory; without a card beside it nothing is compared
   * @param id the provider's id
   * @return the comparison; empty when there is nothing to compare with
   */
  static Optional<CardWords> of(String field, PriceCard own, Class<?> factory, String id) {
    if (factory.getResource("/" + PriceCards.FOLDER + id + ".json") == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CardWords(field, own, PriceCards.builtIn(factory, id)));
    } catch (VidgenException | IllegalStateException e) {
      // A jar whose own card is broken: its provider says so when it is made.
      return Optional.empty();
    }
  }

  /** Tells of tiers and conditions that the provider never looks for. */
  void check(Consumer<Problem> problems) {
    for (var rate : own.rates()) {
      check(rate, "tier", Rate::tier, problems);
      check(rate, "condition", Rate::condition, problems);
    }
  }

  private void check(
      Rate rate, String name, Function<Rate, String> wordOf, Consumer<Problem> problems) {
    var word = wordOf.apply(rate);
    var known = known(rate.unit(), wordOf);
    if (word.isEmpty() || known.contains(word)) {
      return;
    }
    problems.accept(
        Problem.error(
            field,
            name + " \"" + word + "\" is not known for " + rate.unit().word() + ": " + rate,
            known.isEmpty()
                ? "leave it out"
                : Nearest.to(word, known)
                    .map(near -> "write \"" + near + "\"")
                    .orElseGet(() -> "use one of " + known + ", or leave it out for all")));
  }

  private SortedSet<String> known(PriceUnit unit, Function<Rate, String> wordOf) {
    boolean isCounted = ofJar.rates().stream().anyMatch(rate -> rate.unit() == unit);
    return ofJar.rates().stream()
        .filter(rate -> !isCounted || rate.unit() == unit)
        .map(wordOf)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Models that the jar's card does not have: new ones, or misspelt.
   *
   * @return a sentence for each
   */
  SortedSet<String> strangers() {
    var known =
        ofJar.rates().stream().map(Rate::model).collect(Collectors.toCollection(TreeSet::new));
    known.remove("");
    return own.rates().stream()
        .map(Rate::model)
        .filter(model -> !model.isEmpty() && !known.contains(model))
        .map(
            model ->
                Nearest.to(model, known)
                    .map(near -> model + " (there is " + near + ")")
                    .orElse(model))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
