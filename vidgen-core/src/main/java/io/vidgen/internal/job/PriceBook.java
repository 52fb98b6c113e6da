package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.PriceCards;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Prices that the user gave in place of those of the providers: in code, or by files of cards, of
 * which a later one wins over an earlier one. Code wins over files, and the builder's files over
 * the one that is set.
 */
public final class PriceBook {
  /** The setting that names a file. */
  public static final String SETTING = "vidgen.prices";

  private final Map<String, PriceCard> inCode = new LinkedHashMap<>();
  private final Set<Path> files = new LinkedHashSet<>();

  /**
   * Takes a card.
   *
   * @param provider id of the provider
   * @param card what it charges
   */
  public void add(String provider, PriceCard card) {
    inCode.put(provider, card.requirePaid());
  }

  /**
   * Takes a file.
   *
   * @param file read when the pipeline is built
   */
  public void add(Path file) {
    files.remove(file);
    files.add(file);
  }

  /**
   * All cards.
   *
   * @param options settings of the builder
   * @param problems takes what is wrong with the files
   * @return cards by provider
   */
  Map<String, PriceCard> cards(Map<String, String> options, Consumer<Problem> problems) {
    var all = new LinkedHashMap<String, PriceCard>();
    new Settings(options).value(SETTING).ifPresent(name -> readSet(name, all, problems));
    files.forEach(file -> read(file, all, problems));
    all.putAll(inCode);
    return all;
  }

  private static void readSet(String name, Map<String, PriceCard> all, Consumer<Problem> problems) {
    try {
      read(Path.of(name), all, problems);
    } catch (InvalidPathException e) {
      problems.accept(
          Problem.error(SETTING, "\"" + name + "\" is no path", "name a file of price cards"));
    }
  }

  private static void read(Path file, Map<String, PriceCard> all, Consumer<Problem> problems) {
    try {
      all.putAll(PriceCards.read(file));
    } catch (VidgenException e) {
      e.problems().forEach(problems);
    }
  }

  /**
   * Checks that somebody reads the prices.
   *
   * @param cards what {@link #cards} returned
   * @param made ids of all providers that are made from settings
   * @param given ids of all providers that the user made himself
   * @param problems takes what is wrong
   */
  void check(
      Map<String, PriceCard> cards,
      Set<String> made,
      Set<String> given,
      Consumer<Problem> problems) {
    for (var id : cards.keySet()) {
      if (cards.getOrDefault(id, PriceCard.free()).isFree()) {
        problems.accept(
            Problem.error(
                "prices of " + id, "are none", "give amounts of 0 where nothing is charged"));
      }
      if (given.contains(id) && inCode.containsKey(id)) {
        problems.accept(
            Problem.error(
                "prices of " + id,
                "are given to the pipeline, but the provider was given too and keeps its own",
                "give them to the provider's options"));
      } else if (!made.contains(id) && !given.contains(id)) {
        problems.accept(
            Problem.error(
                "prices of " + id,
                "are of no provider that is there; there are " + new TreeSet<>(made),
                "correct the id, add the jar that brings the provider, or remove the prices"));
      }
    }
  }
}
