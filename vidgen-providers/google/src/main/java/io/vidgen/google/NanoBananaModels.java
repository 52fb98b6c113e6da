package io.vidgen.google;

import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Gemini models that draw and are known, by id. Any other id works too, at an unknown price.
 * Immutable. Read 2026-10-18 at ai.google.dev/gemini-api/docs/pricing.
 */
public final class NanoBananaModels {
  /** What is used unless said otherwise. */
  public static final String DEFAULT = "gemini-nano-banana-2.1";

  /** Where the prices were read. */
  public static final String SOURCE = "ai.google.dev/gemini-api/docs/pricing";

  private static final LocalDate READ = LocalDate.of(2026, 10, 18);

  private final List<NanoBananaModel> all;

  private NanoBananaModels(List<NanoBananaModel> all) {
    this.all = List.copyOf(all);
  }

  /**
   * What is known by itself.
   *
   * @return the built-in table
   */
  public static NanoBananaModels builtIn() {
    return new NanoBananaModels(
        List.of(
            model(DEFAULT, sizes("0.0336", "0.0504", "0.0756"), 14, true, "1.50", "7.50"),
            model(
                "gemini-3-pro-image", sizes("0.134", "0.134", "0.24"), 14, false, "2.00", "12.00"),
            // Announced to end on the Gemini API on 2026-10-29; the platform keeps it.
            model(
                "gemini-3.1-flash-image",
                sizes("0.067", "0.101", "0.151"),
                14,
                true,
                "0.50",
                "3.00"),
            model("gemini-3.1-flash-lite-image", small("0.0336"), 14, false, "0.25", "1.50"),
            model("gemini-2.5-flash-image", small("0.039"), 3, false, "0.30", "2.50")));
  }

  /**
   * The same table with one model more, or in place of the one with the same id.
   *
   * @param model what it can do and charges
   * @return a new table
   */
  public NanoBananaModels with(NanoBananaModel model) {
    var more = new ArrayList<>(all);
    more.removeIf(known -> known.id().equals(model.id()));
    more.add(model);
    return new NanoBananaModels(more);
  }

  /**
   * A model.
   *
   * @param id its id
   * @return what is known of it
   */
  public Optional<NanoBananaModel> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * All models.
   *
   * @return the models, in the order in which they were added
   */
  public List<NanoBananaModel> all() {
    return all;
  }

  /** Ids to name when the service no longer knows the one that was chosen. */
  static String current() {
    return DEFAULT + ", gemini-3-pro-image or gemini-3.1-flash-lite-image";
  }

  private static Map<Integer, Money> small(String one) {
    return Map.of(1, Money.usd(one));
  }

  private static Map<Integer, Money> sizes(String one, String two, String four) {
    return Map.of(1, Money.usd(one), 2, Money.usd(two), 4, Money.usd(four));
  }

  private static NanoBananaModel model(
      String id,
      Map<Integer, Money> prices,
      int references,
      boolean wide,
      String input,
      String output) {
    return new NanoBananaModel(
        id, READ, new TreeMap<>(prices), references, wide, Money.usd(input), Money.usd(output));
  }
}
