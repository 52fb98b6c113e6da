package io.vidgen.google.internal.image;

import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Models that draw, as known on a day. Any other id works too, at an unknown price. */
public final class ImageModels {

  /** The default, as current on {@link #AS_OF}. */
  public static final String DEFAULT = "gemini-nano-banana-2.1";

  /** The day on which ids and prices were read. */
  static final LocalDate AS_OF = LocalDate.of(2026, 10, 18);

  static final String SOURCE = "ai.google.dev/gemini-api/docs/pricing";

  private static final List<ImageModel> KNOWN =
      List.of(
          new ImageModel(
              DEFAULT,
              new TreeMap<>(
                  Map.of(1, Money.usd("0.0336"), 2, Money.usd("0.0504"), 4, Money.usd("0.0756"))),
              14,
              true,
              Money.usd("1.50"),
              Money.usd("7.50")),
          new ImageModel(
              "gemini-3-pro-image",
              new TreeMap<>(
                  Map.of(1, Money.usd("0.134"), 2, Money.usd("0.134"), 4, Money.usd("0.24"))),
              14,
              false,
              Money.usd("2.00"),
              Money.usd("12.00")),
          // Announced to end on the Gemini API on 2026-10-29; the platform keeps it.
          new ImageModel(
              "gemini-3.1-flash-image",
              new TreeMap<>(
                  Map.of(1, Money.usd("0.067"), 2, Money.usd("0.101"), 4, Money.usd("0.151"))),
              14,
              true,
              Money.usd("0.50"),
              Money.usd("3.00")),
          ImageModel.small("gemini-3.1-flash-lite-image", "0.0336", 14, "0.25", "1.50"),
          ImageModel.small("gemini-2.5-flash-image", "0.039", 3, "0.30", "2.50"));

  private ImageModels() {}

  /**
   * Ids to name when the service no longer knows the one that was chosen.
   *
   * @return current ids, the default first, as words of a sentence
   */
  public static String current() {
    return DEFAULT + ", gemini-3-pro-image or gemini-3.1-flash-lite-image";
  }

  static ImageModel standard() {
    return KNOWN.get(0);
  }

  static Optional<ImageModel> find(String id) {
    return KNOWN.stream().filter(model -> model.id().equals(id)).findFirst();
  }
}
