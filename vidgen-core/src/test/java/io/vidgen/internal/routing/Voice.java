package io.vidgen.internal.routing;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Candidates.Ranked;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A voice that never speaks: only what it says of itself counts. */
record Voice(String id, @Nullable Price price, Duration time, Capabilities able, String refusal)
    implements SpeechProvider {

  static Voice free(String id) {
    return new Voice(id, null, Duration.ofSeconds(1), Capabilities.ANY, "");
  }

  static Voice paid(String id, String usd) {
    return new Voice(
        id, Price.exactly(Money.usd(usd)), Duration.ofSeconds(1), Capabilities.ANY, "");
  }

  Voice unpriced() {
    return new Voice(id, new Price.Unknown("nobody knows"), time, able, refusal);
  }

  Voice taking(Duration time) {
    return new Voice(id, price, time, able, refusal);
  }

  Voice able(UnaryOperator<Capabilities.Builder> change) {
    return new Voice(id, price, time, change.apply(Capabilities.builder()).build(), refusal);
  }

  Voice refusing(String why) {
    return new Voice(id, price, time, able, why);
  }

  static Candidates<SpeechProvider> named(SpeechProvider... voices) {
    return new Candidates<>("speech", ranked(voices), List.of(), true);
  }

  static Candidates<SpeechProvider> found(SpeechProvider... voices) {
    return new Candidates<>("speech", ranked(voices), List.of(), false);
  }

  private static List<Ranked<SpeechProvider>> ranked(SpeechProvider... voices) {
    return Stream.of(voices).map(v -> new Ranked<>(v.id(), 0, v)).toList();
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return able;
  }

  @Override
  public PriceCard priceCard() {
    return price == null
        ? PriceCard.free()
        : PriceCard.own(Rate.of(PriceUnit.REQUEST, Money.usd("1")));
  }

  @Override
  public Price price(SpeechRequest request) {
    return price == null ? Price.free() : price;
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return time;
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    return refusal.isEmpty() ? List.of() : List.of(Problem.error("text", refusal, ""));
  }

  @Override
  public QuickWork<SpeechRequest, SpeechResult> work() {
    throw new AssertionError("planning asks nobody");
  }
}
