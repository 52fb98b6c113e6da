package io.vidgen.google;

import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Gemini models that write and are known, by id. Any other id works too, at an unknown price.
 * Immutable. Read 2026-10-07 at ai.google.dev/gemini-api/docs/pricing.
 */
public final class GeminiModels {
  /** What is used unless said otherwise. */
  public static final String DEFAULT = "gemini-3.8-flash";

  /** Where the prices were read. */
  public static final String SOURCE =
      "ai.google.dev/gemini-api/docs/pricing; gemini-3.8-flash doubles on 2027-01-01";

  private static final LocalDate READ = LocalDate.of(2026, 10, 7);

  private final List<GeminiModel> all;

  private GeminiModels(List<GeminiModel> all) {
    this.all = List.copyOf(all);
  }

  /**
   * What is known by itself.
   *
   * @return the built-in table
   */
  public static GeminiModels builtIn() {
    return new GeminiModels(
        List.of(
            new GeminiModel(
                DEFAULT,
                READ,
                Money.usd("0.75"),
                Money.usd("3.75"),
                Money.usd("1.50"),
                Money.usd("7.50")),
            model("gemini-3.5-flash", "1.50", "9.00"),
            model("gemini-3.5-flash-lite", "0.30", "2.50"),
            model("gemini-3.1-pro-preview", "2.00", "12.00"),
            // Retired on the platform in October 2026 and perhaps everywhere soon.
            model("gemini-2.5-pro", "1.25", "10.00"),
            model("gemini-2.5-flash", "0.30", "2.50"),
            model("gemini-2.5-flash-lite", "0.10", "0.40")));
  }

  /**
   * The same table with one model more, or in place of the one with the same id.
   *
   * @param model what it charges
   * @return a new table
   */
  public GeminiModels with(GeminiModel model) {
    var more = new ArrayList<>(all);
    more.removeIf(known -> known.id().equals(model.id()));
    more.add(model);
    return new GeminiModels(more);
  }

  /**
   * A model.
   *
   * @param id its id
   * @return what is known of it
   */
  public Optional<GeminiModel> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * All models.
   *
   * @return the models, in the order in which they were added
   */
  public List<GeminiModel> all() {
    return all;
  }

  /** Ids to name when the service no longer knows the one that was chosen. */
  static String current() {
    return DEFAULT + ", gemini-3.5-flash or gemini-3.1-pro-preview";
  }

  private static GeminiModel model(String id, String input, String output) {
    return new GeminiModel(id, READ, Money.usd(input), Money.usd(output));
  }
}
