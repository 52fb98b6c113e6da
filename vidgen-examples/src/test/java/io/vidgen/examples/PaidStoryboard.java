package io.vidgen.examples;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.offline.StoryboardImageProviderFactory;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.QuickWork;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The storyboard at a price, so that its pictures are shared and not drawn anew for each size. */
final class PaidStoryboard implements ImageProvider {
  private static final Money PRICE = Money.usd("0.04");

  private final ImageProvider storyboard =
      new StoryboardImageProviderFactory().create(new Nothing());
  private final AtomicInteger drawn = new AtomicInteger();

  /** No settings. */
  private record Nothing() implements ProviderConfig {
    @Override
    public Optional<String> value(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.empty();
    }
  }

  int drawn() {
    return drawn.get();
  }

  @Override
  public String id() {
    return "paid-storyboard";
  }

  @Override
  public String model() {
    return storyboard.model();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.of(LocalDate.of(2026, 1, 1), "test", Rate.of(PriceUnit.IMAGE, PRICE));
  }

  @Override
  public Price price(ImageRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public QuickWork<ImageRequest, ImageResult> work() {
    var own = (QuickWork<ImageRequest, ImageResult>) storyboard.work();
    return (request, context) -> {
      drawn.incrementAndGet();
      return own.call(request, context);
    };
  }
}
