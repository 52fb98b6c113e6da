package io.vidgen.testkit;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Paid clips of some kind at a {@link FakeVendor}: 0.50 USD each.
 *
 * @param <Q> what is asked
 * @param <P> the provider itself
 */
abstract class FakeClipProvider<Q extends ProviderRequest, P> implements Provider<Q, ClipResult> {
  private static final Money PRICE = Money.usd("0.50");

  private final Terms terms;

  /**
   * How one works.
   *
   * @param vendor who does the work
   * @param safety what may be done when an outcome is unknown
   * @param every time between polls
   * @param clock what time it is
   * @param able what it can do
   */
  record Terms(
      FakeVendor vendor,
      SubmitSafety safety,
      Duration every,
      InstantSource clock,
      Capabilities able) {

    /** Polled every 5 s by the system's clock. */
    static Terms of(FakeVendor vendor, SubmitSafety safety, Capabilities able) {
      return new Terms(vendor, safety, Duration.ofSeconds(5), InstantSource.system(), able);
    }
  }

  FakeClipProvider(Terms terms) {
    this.terms = terms;
  }

  abstract P with(Terms other);

  /** How long the clip of a request is. */
  abstract Duration lengthOf(Q request);

  /**
   * The same, polled at another pace and by another clock.
   *
   * @param every time between polls
   * @param clock what time it is
   * @return the new provider
   */
  public final P polled(Duration every, InstantSource clock) {
    return with(new Terms(terms.vendor(), terms.safety(), every, clock, terms.able()));
  }

  /**
   * The same, with other abilities.
   *
   * @param able what it can do
   * @return the new provider
   */
  public final P able(Capabilities able) {
    return with(new Terms(terms.vendor(), terms.safety(), terms.every(), terms.clock(), able));
  }

  @Override
  public final String model() {
    return "1";
  }

  @Override
  public final Capabilities capabilities() {
    return terms.able();
  }

  @Override
  public final PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.REQUEST, PRICE));
  }

  @Override
  public final Price price(Q request) {
    return Price.exactly(PRICE);
  }

  @Override
  public final SubmitSafety submitSafety() {
    return terms.safety();
  }

  @Override
  public final LongRunningWork<Q, ClipResult> work() {
    return new FakeRemoteClips<>(
        id(), terms.vendor(), terms.safety(), terms.every(), terms.clock(), this::lengthOf);
  }
}
