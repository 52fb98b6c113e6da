package io.vidgen.google.internal.script;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Models that write, as known on a day. Any other id works too, at an unknown price. */
public final class TextModels {

  /** The default, as current on {@link #AS_OF}. */
  public static final String DEFAULT = "gemini-3.8-flash";

  /** The day on which ids and prices were read. */
  static final LocalDate AS_OF = LocalDate.of(2026, 10, 7);

  static final String SOURCE =
      "ai.google.dev/gemini-api/docs/pricing; gemini-3.8-flash doubles on 2027-01-01";

  private static final List<TextModel> KNOWN =
      List.of(
          TextModel.until(DEFAULT, "0.75", "3.75", "1.50", "7.50"),
          TextModel.of("gemini-3.5-flash", "1.50", "9.00"),
          TextModel.of("gemini-3.5-flash-lite", "0.30", "2.50"),
          TextModel.of("gemini-3.1-pro-preview", "2.00", "12.00"),
          // Retired on the platform in October 2026 and perhaps everywhere soon.
          TextModel.of("gemini-2.5-pro", "1.25", "10.00"),
          TextModel.of("gemini-2.5-flash", "0.30", "2.50"),
          TextModel.of("gemini-2.5-flash-lite", "0.10", "0.40"));

  private TextModels() {}

  /**
   * Ids to name when the service no longer knows the one that was chosen.
   *
   * @return current ids, the default first, as words of a sentence
   */
  public static String current() {
    return DEFAULT + ", gemini-3.5-flash or gemini-3.1-pro-preview";
  }

  static TextModel standard() {
    return KNOWN.get(0);
  }

  static Optional<TextModel> find(String id) {
    return KNOWN.stream().filter(model -> model.id().equals(id)).findFirst();
  }
}
