package io.vidgen.sandbox.internal.google;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A model that can be called.
 *
 * @param id such as {@code veo-3.1-generate-preview}
 * @param kind what it makes
 * @param place which API has it
 * @param prices USD: of Veo for a second by resolution, with {@code -silent} for those without
 *     sound; of pictures for one by size, and for tokens beside it as of texts; of texts for a
 *     million tokens {@code in} and {@code out}
 */
record Model(String id, Kind kind, Place place, Map<String, BigDecimal> prices) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** What a model makes. */
  enum Kind {
    TEXT,
    IMAGE,
    VIDEO
  }

  /** Where a model can be had. */
  enum Place {
    GEMINI,
    PLATFORM,
    BOTH
  }

  boolean isLite() {
    return id.contains("-lite");
  }

  boolean isFast() {
    return id.contains("-fast");
  }

  boolean isAt(Place where) {
    return place == Place.BOTH || place == where;
  }

  /** Price of a second, a picture or a million tokens. */
  BigDecimal price(String what) {
    var price = prices.get(what);
    if (price == null) {
      throw new IllegalArgumentException(id + " has no price for " + what);
    }
    return price;
  }

  /** Price of tokens. */
  BigDecimal price(int in, int out) {
    return price("in")
        .multiply(BigDecimal.valueOf(in))
        .add(price("out").multiply(BigDecimal.valueOf(out)))
        .divide(MILLION);
  }

  /** How it is called. */
  String method() {
    return kind == Kind.VIDEO ? "predictLongRunning" : "generateContent";
  }
}
