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
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeCalls;
import io.vidgen.testkit.FakeImageProvider;
import java.time.LocalDate;

/** A maker of pictures that cost money. */
final class BoughtPictures implements ImageProvider {
  static final Money PRICE = Money.usd("0.04");

  private final FakeImageProvider maker = FakeImageProvider.create();

  FakeCalls calls() {
    return maker.calls();
  }

  @Override
  public String id() {
    return "bought-pictures";
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
    return PriceCard.of(LocalDate.of(2026, 1, 1), "fake", Rate.of(PriceUnit.IMAGE, PRICE));
  }

  @Override
  public Price price(ImageRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public SubmitSafety submitSafety() {
    return SubmitSafety.IDEMPOTENT_KEY;
  }

  @Override
  public QuickWork<ImageRequest, ImageResult> work() {
    return maker.work();
  }
}
