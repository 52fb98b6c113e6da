package io.vidgen.rest.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final String TEXT = "x".repeat(1000);
  private static final Rate NOW =
      Rate.of(PriceUnit.CHARACTER, Money.usd("0.10")).perThousand().forModel("m");
  private static final Rate RISEN =
      Rate.of(PriceUnit.CHARACTER, Money.usd("0.12"))
          .perThousand()
          .forModel("m")
          .from(LocalDate.parse("2026-10-01"));

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-09-30T23:59:00Z"));

  private Prices prices(Rate... rates) {
    var options =
        ElevenLabsOptions.builder(Secret.of("key")).model("m").prices(PriceCard.own(rates)).build();
    return new Prices(options, clock);
  }

  @Test
  void price_rateRisesOnADay_holdsFromThatDayOn() {
    var prices = prices(NOW, RISEN);

    assertThat(prices.price(TEXT)).isEqualTo(Price.exactly(Money.usd("0.10")));
    assertThat(prices.ofText(TEXT)).contains(Money.usd("0.10"));

    clock.advance(Duration.ofMinutes(1));

    assertThat(prices.price(TEXT)).isEqualTo(Price.exactly(Money.usd("0.12")));
    assertThat(prices.ofText(TEXT)).contains(Money.usd("0.12"));
    assertThat(prices.card().rates()).containsExactly(NOW, RISEN);
  }

  @Test
  void price_onlyRateBeginsLater_isUnknownUntilThen() {
    var prices = prices(RISEN);

    assertThat(prices.price(TEXT)).isInstanceOf(Price.Unknown.class);
    assertThat(prices.ofText(TEXT)).isEmpty();
  }
}
