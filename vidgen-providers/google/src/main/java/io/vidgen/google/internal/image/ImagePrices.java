package io.vidgen.google.internal.image;

import io.vidgen.google.internal.content.Usage;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.PriceCards;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a picture costs: its own price, and at most what is thought and looked at beside it. */
public final class ImagePrices {

  /** Tokens of a reference picture (1,120 at most), and of the text and thoughts of an answer. */
  private static final int TOKENS_OF_A_REFERENCE = 1120;

  private static final int THOUGHTS = 2000;

  /** What is said beside the words of the request. */
  private static final int TOKENS_AROUND = 20;

  private final ImageSettings settings;

  /**
   * Prices for settings.
   *
   * @param settings model, size and prices
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
    return own == null ? settings.prices() : PriceCard.own(Rate.of(PriceUnit.IMAGE, own));
  }

  /**
   * What a picture costs.
   *
   * @param request a request
   * @return the price; unknown for a model or size that is not in the card
   */
  public Price of(ImageRequest request) {
    var own = settings.price();
    if (own != null) {
      return Price.exactly(own);
    }
    var picture = picture(request);
    if (picture.isEmpty()) {
      return new Price.Unknown(
          PriceCards.missing(
              settings.model() + " at " + tier(request),
              settings.prices(),
              "vidgen.nano-banana.usd-per-image"));
    }
    long read =
        request.prompt().length()
            + request.style().length()
            + TOKENS_AROUND
            + (long) TOKENS_OF_A_REFERENCE * request.references().size();
    var low = picture.get();
    return new Price.Range(low, low.plus(beside(read, THOUGHTS)).times(BigDecimal.ONE));
  }

  /**
   * What an answer was charged.
   *
   * @param request what was asked
   * @param usage what the service says that it counted
   * @param drawn whether there is a picture
   * @return the amount; empty where the user's own price holds, or none is known
   */
  Optional<Money> charged(ImageRequest request, Usage usage, boolean drawn) {
    var picture = settings.price() == null ? picture(request) : Optional.<Money>empty();
    return picture.map(
        one -> {
          var beside = beside(usage.input(), usage.besidePicture());
          return (drawn ? one.plus(beside) : beside).times(BigDecimal.ONE);
        });
  }

  private Optional<Money> picture(ImageRequest request) {
    return rate(tier(request), PriceUnit.IMAGE).map(Rate::amount);
  }

  private String tier(ImageRequest request) {
    return settings.sizeFor(request.format()) + "K";
  }

  private Money beside(long input, long output) {
    var none = new Money(BigDecimal.ZERO, settings.prices().currency());
    var read =
        rate("", PriceUnit.INPUT_TOKEN)
            .map(rate -> rate.exactCost(BigDecimal.valueOf(input)))
            .orElse(none);
    var said =
        rate("", PriceUnit.OUTPUT_TOKEN)
            .map(rate -> rate.exactCost(BigDecimal.valueOf(output)))
            .orElse(none);
    return read.plus(said);
  }

  private Optional<Rate> rate(String tier, PriceUnit unit) {
    return settings.prices().on(LocalDate.now(ZoneOffset.UTC)).rate(settings.model(), tier, unit);
  }
}
