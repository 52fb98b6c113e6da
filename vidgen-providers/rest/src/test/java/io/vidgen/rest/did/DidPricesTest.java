package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DidPricesTest {
  private static final AvatarRequest HELLO =
      new AvatarRequest(null, "amy", "Hello there.", null, Locale.ENGLISH, null, 0);

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-09-30T23:59:00Z"));

  private DidPrices prices(Rate... rates) {
    var options = DidOptions.builder(Secret.of("key")).prices(PriceCard.own(rates)).build();
    return new DidPrices(options, clock);
  }

  private static Rate perSecond(String amount) {
    return Rate.of(PriceUnit.SECOND, Money.usd(amount));
  }

  @Test
  void charged_rateFallsOnADay_holdsFromThatDayOn() {
    var prices = prices(perSecond("0.10"), perSecond("0.05").from(LocalDate.parse("2026-10-01")));

    assertThat(prices.charged(HELLO, Duration.ofSeconds(2))).contains(Money.usd("0.20"));
    var before = (Price.Range) prices.of(HELLO);

    clock.advance(Duration.ofMinutes(1));

    assertThat(prices.charged(HELLO, Duration.ofSeconds(2))).contains(Money.usd("0.10"));
    assertThat(((Price.Range) prices.of(HELLO)).high()).isLessThan(before.high());
  }

  @Test
  void of_onlyRateBeginsLater_isUnknownUntilThen() {
    var prices = prices(perSecond("0.05").from(LocalDate.parse("2026-10-01")));

    assertThat(prices.of(HELLO)).isInstanceOf(Price.Unknown.class);
  }
}
