package io.vidgen.testkit;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A paid avatar at a {@link FakeVendor}: 0.50 USD a clip, as long as its recording or 300 ms a
 * word.
 */
public final class FakeAvatarProvider implements AvatarProvider {
  private static final Money PRICE = Money.usd("0.50");
  private static final Duration PER_WORD = Duration.ofMillis(300);

  private final FakeVendor vendor;
  private final SubmitSafety safety;
  private final Duration every;
  private final InstantSource clock;
  private final Capabilities capabilities;

  private FakeAvatarProvider(
      FakeVendor vendor,
      SubmitSafety safety,
      Duration every,
      InstantSource clock,
      Capabilities capabilities) {
    this.vendor = vendor;
    this.safety = safety;
    this.every = every;
    this.clock = clock;
    this.capabilities = capabilities;
  }

  /**
   * One that is polled every 5 s by the system's clock and takes faces, presenters, texts and
   * recordings.
   *
   * @param vendor who does the work
   * @param safety {@link SubmitSafety#RECONCILABLE} lets attempts be found, {@link
   *     SubmitSafety#IDEMPOTENT_KEY} honours the attempt's id as key
   * @return the provider
   */
  public static FakeAvatarProvider of(FakeVendor vendor, SubmitSafety safety) {
    var able =
        Capabilities.builder()
            .addFeatures(
                Feature.FACE_PICTURE,
                Feature.PRESENTERS,
                Feature.SPEAKS_TEXT,
                Feature.SPEAKS_RECORDING)
            .build();
    return new FakeAvatarProvider(
        vendor, safety, Duration.ofSeconds(5), InstantSource.system(), able);
  }

  /**
   * The same, polled at another pace and by another clock.
   *
   * @param every time between polls
   * @param clock what time it is
   * @return the new provider
   */
  public FakeAvatarProvider polled(Duration every, InstantSource clock) {
    return new FakeAvatarProvider(vendor, safety, every, clock, capabilities);
  }

  /**
   * The same, with other abilities.
   *
   * @param able what it can do
   * @return the new provider
   */
  public FakeAvatarProvider able(Capabilities able) {
    return new FakeAvatarProvider(vendor, safety, every, clock, able);
  }

  @Override
  public String id() {
    return "fake-avatar";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public PriceCard priceCard() {
    return new PriceCard(LocalDate.of(2026, 1, 1), "fake", Map.of("request", PRICE));
  }

  @Override
  public Price price(AvatarRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public SubmitSafety submitSafety() {
    return safety;
  }

  @Override
  public LongRunningWork<AvatarRequest, ClipResult> work() {
    return new FakeRemoteClips<>(id(), vendor, safety, every, clock, FakeAvatarProvider::length);
  }

  private static Duration length(AvatarRequest request) {
    var text = request.text();
    return text == null
        ? Objects.requireNonNullElse(request.length(), PER_WORD)
        : PER_WORD.multipliedBy(text.strip().split("\\s+", -1).length);
  }
}
