package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.testkit.ManualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhisperPricesTest {
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-09-30T23:59:00Z"));

  private record Priced(PriceCard card) implements ProviderConfig {
    @Override
    public Optional<String> value(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<PriceCard> priceCard(String provider) {
      return Optional.of(card);
    }
  }

  private WhisperPrices prices(Rate... rates) {
    return WhisperPrices.of(new Priced(PriceCard.own(rates)), "m", clock);
  }

  @Test
  void cost_rateRisesOnADay_holdsFromThatDayOn() {
    var now = Rate.of(PriceUnit.MINUTE, Money.usd("0.006"));
    var prices = prices(now, Rate.of(PriceUnit.MINUTE, Money.usd("0.009")).from(OCTOBER));

    assertThat(prices.cost(MINUTE)).isEqualTo(Money.usd("0.006"));

    clock.advance(Duration.ofMinutes(1));

    assertThat(prices.cost(MINUTE)).isEqualTo(Money.usd("0.009"));
  }

  @Test
  void of_onlyRateBeginsLater_asksForAPrice() {
    var later = Rate.of(PriceUnit.MINUTE, Money.usd("0.009")).from(OCTOBER);

    assertThatThrownBy(() -> prices(later))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("m has no price");
  }
}
