package io.vidgen.engine;

import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Work;
import io.vidgen.testkit.FakeAvatarProvider;
import java.time.Duration;

/** An avatar under a name of its own. */
record OtherAvatar(String id, FakeAvatarProvider avatar) implements AvatarProvider {
  @Override
  public String model() {
    return avatar.model();
  }

  @Override
  public Capabilities capabilities() {
    return avatar.capabilities();
  }

  @Override
  public PriceCard priceCard() {
    return avatar.priceCard();
  }

  @Override
  public Price price(AvatarRequest request) {
    return avatar.price(request);
  }

  @Override
  public Duration expectedTime(AvatarRequest request) {
    return avatar.expectedTime(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return avatar.submitSafety();
  }

  @Override
  public Work<AvatarRequest, ClipResult> work() {
    return avatar.work();
  }
}
