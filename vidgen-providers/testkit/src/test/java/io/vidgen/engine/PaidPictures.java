package io.vidgen.engine;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;

/** A maker of pictures that cost money, and that nobody is to ask for. */
final class PaidPictures implements ImageProvider {
  private static final Money PRICE = Money.usd("0.04");

  @Override
  public String id() {
    return "paid-pictures";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.IMAGE, PRICE));
  }

  @Override
  public Price price(ImageRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public QuickWork<ImageRequest, ImageResult> work() {
    return (request, context) -> {
      throw new AssertionError("nobody was to buy a picture");
    };
  }
}
