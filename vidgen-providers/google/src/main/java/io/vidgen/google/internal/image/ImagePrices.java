package io.vidgen.google.internal.image;

import io.vidgen.google.NanoBananaModels;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.ImageRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What a picture costs: its own price, and at most what is thought and looked at beside it. */
public final class ImagePrices {

  /** Tokens of a reference picture (1,120 at most), and of the text and thoughts of an answer. */
  private static final int TOKENS_OF_A_REFERENCE = 1120;

  private static final int THOUGHTS = 2000;

  private final ImageSettings settings;

  /**
   * Prices for settings.
   *
   * @param settings model, size and the user's own price
   */
  public ImagePrices(ImageSettings settings) {
    this.settings = settings;
  }

  /**
   * What is charged for.
   *
   * @return the card
   */
  public PriceCard card() {
    var own = settings.price();
    if (own != null) {
      return new PriceCard(LocalDate.EPOCH, "your own options", Map.of("picture", own));
    }
    var units = new HashMap<String, Money>();
    var model = settings.isKnown() ? settings.known() : ImageSettings.STANDARD;
    var whose = settings.isKnown() ? "" : " of " + NanoBananaModels.DEFAULT;
    model.prices().forEach((size, price) -> units.put("picture of " + size + "K" + whose, price));
    return new PriceCard(model.asOf(), NanoBananaModels.SOURCE, units);
  }

  /**
   * What a picture costs.
   *
   * @param request a request
   * @return the price; unknown for a model or size that is not in the table
   */
  public Price of(ImageRequest request) {
    var own = settings.price();
    if (own != null) {
      return Price.exactly(own);
    }
    var model = settings.known();
    var picture = model.prices().get(settings.sizeFor(request.format()));
    if (!settings.isKnown() || picture == null) {
      return new Price.Unknown(
          "no price of " + settings.model() + " is known: set vidgen.nano-banana.usd-per-image");
    }
    long read =
        request.prompt().length()
            + request.style().length()
            + (long) TOKENS_OF_A_REFERENCE * request.references().size();
    var high =
        picture.plus(cost(model.millionInput(), read)).plus(cost(model.millionOutput(), THOUGHTS));
    return new Price.Range(picture, high);
  }

  private static Money cost(Money million, long tokens) {
    return million.times(
        BigDecimal.valueOf(tokens).divide(BigDecimal.valueOf(1_000_000), 6, RoundingMode.UP));
  }
}
