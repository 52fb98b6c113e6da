package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Nearest;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.PriceCards;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices that the user gave in place of those of the providers: in code, or by files of cards, of
 * which a later one wins over an earlier one. Code wins over files, and the builder's files over
 * the one that is set.
 */
public final class PriceBook {
  /** The setting that names a file. */
  public static final String SETTING = "vidgen.prices";

  private static final Logger LOG = LoggerFactory.getLogger(PriceBook.class);

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
   * All cards that make sense. Those that do not are left out, so that no provider says of them
   * what was said already.
   *
   * @param options settings of the builder
   * @param made factories by the ids of all providers that are made from settings
   * @param given ids of all providers that the user made himself
   * @param problems takes what is wrong with cards and files
   * @return cards by provider
   */
  Map<String, PriceCard> cards(
      Map<String, String> options,
      Map<String, Class<?>> made,
      Set<String> given,
      Consumer<Problem> problems) {
    var all = new LinkedHashMap<String, Entry>();
    new Settings(options).value(SETTING).ifPresent(name -> readSet(name, all, problems));
    files.forEach(file -> read(file, all, problems));
    inCode.forEach((id, card) -> all.put(id, new Entry("prices of " + id, card)));
    var good = new LinkedHashMap<String, PriceCard>();
    all.forEach(
        (id, entry) -> {
          var wrong = new ArrayList<Problem>();
          check(id, entry, made, given, wrong::add);
          if (wrong.isEmpty()) {
            good.put(id, entry.card());
          }
          wrong.forEach(problems);
        });
    return good;
  }

  /** A card, and how messages call it. */
  private record Entry(String field, PriceCard card) {}

  private static void readSet(String name, Map<String, Entry> all, Consumer<Problem> problems) {
    try {
      read(Path.of(name), all, problems);
    } catch (InvalidPathException e) {
      problems.accept(
          Problem.error(SETTING, "\"" + name + "\" is no path", "name a file of price cards"));
    }
  }

  private static void read(Path file, Map<String, Entry> all, Consumer<Problem> problems) {
    try {
      PriceCards.read(file)
          .forEach(
              (id, card) -> {
                // What is said of the card later, of its age or of what it lacks, names the file.
                var source = card.source().isEmpty() ? "" + file : card.source() + " in " + file;
                var named = new PriceCard(card.asOf(), source, card.currency(), card.rates());
                all.put(id, new Entry("prices of " + id + " in " + file, named));
              });
    } catch (VidgenException e) {
      e.problems().forEach(problems);
    }
  }

  private void check(
      String id,
      Entry entry,
      Map<String, Class<?>> made,
      Set<String> given,
      Consumer<Problem> problems) {
    var factory = made.get(id);
    if (given.contains(id) && inCode.containsKey(id)) {
      problems.accept(
          Problem.error(
              entry.field(),
              "are given to the pipeline, but the provider was given too and keeps its own",
              "give them to the provider's options"));
    } else if (factory == null && !given.contains(id)) {
      var near = Nearest.to(id, made.keySet()).map(other -> "write " + other + ", ").orElse("");
      problems.accept(
          Problem.error(
              entry.field(),
              "are of no provider that is there; there are " + new TreeSet<>(made.keySet()),
              near + "correct the id, add the jar that brings the provider, or remove the prices"));
    }
    checkDay(entry, problems);
    if (entry.card().isFree()) {
      problems.accept(
          Problem.error(entry.field(), "are none", "give amounts of 0 where nothing is charged"));
    } else if (factory != null) {
      CardWords.of(entry.field(), entry.card(), factory, id)
          .ifPresent(words -> compare(entry, words, problems));
    }
  }

  /** Files say it with their line; here it is for cards in code. */
  private static void checkDay(Entry entry, Consumer<Problem> problems) {
    var asOf = entry.card().asOf();
    if (asOf != null && asOf.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
      problems.accept(
          Problem.error(
              entry.field(),
              "are of a day in the future: " + asOf,
              "give the day on which they were read"));
    }
  }

  private static void compare(Entry entry, CardWords words, Consumer<Problem> problems) {
    words.check(problems);
    var strangers = words.strangers();
    if (!strangers.isEmpty()) {
      LOG.warn(
          "{}: models that the provider's own card does not have: {}", entry.field(), strangers);
    }
  }
}
