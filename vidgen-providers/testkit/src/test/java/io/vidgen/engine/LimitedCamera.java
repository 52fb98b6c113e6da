package io.vidgen.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A camera whose account has limits, and of which is known how long it takes. */
record LimitedCamera(VideoProvider camera, AccountLimits allowed, Duration takes)
    implements VideoProvider {
  LimitedCamera(VideoProvider camera, AccountLimits allowed) {
    this(camera, allowed, Duration.ofSeconds(1));
  }

  @Override
  public String id() {
    return camera.id();
  }

  @Override
  public String model() {
    return camera.model();
  }

  @Override
  public Capabilities capabilities() {
    return camera.capabilities();
  }

  @Override
  public ClipLimits limits() {
    return camera.limits();
  }

  @Override
  public PriceCard priceCard() {
    return camera.priceCard();
  }

  @Override
  public Price price(ClipRequest request) {
    return camera.price(request);
  }

  @Override
  public Duration expectedTime(ClipRequest request) {
    return takes;
  }

  @Override
  public List<Problem> check(ClipRequest request) {
    return camera.check(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return camera.submitSafety();
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(new ProviderAccount(id(), allowed));
  }

  @Override
  public Work<ClipRequest, ClipResult> work() {
    return camera.work();
  }
}
