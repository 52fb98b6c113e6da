package io.vidgen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PriceCardTest {
  private static final LocalDate READ = LocalDate.of(2026, 6, 1);
  private static final Rate ANY = Rate.of(PriceUnit.SECOND, Money.usd("1"));

  @Test
  void rate_severalFit_theClosestCounts() {
    var model = Rate.of(PriceUnit.SECOND, Money.usd("2")).forModel("m");
    var tier = Rate.of(PriceUnit.SECOND, Money.usd("3")).forModel("m").forTier("4k");
    var silent = tier.when("silent");
    var card = PriceCard.of(READ, "x", ANY, model, tier, silent);

    assertThat(card.rate("other", "4k", PriceUnit.SECOND)).contains(ANY);
    assertThat(card.rate("m", "720p", PriceUnit.SECOND)).contains(model);
    assertThat(card.rate("m", "4k", PriceUnit.SECOND)).contains(tier);
    assertThat(card.rate("m", "4k", "silent", PriceUnit.SECOND)).contains(silent);
    assertThat(card.rate("m", "4k", PriceUnit.MINUTE)).isEmpty();
    assertThat(card.rate("m", "720p", "silent", PriceUnit.SECOND)).isEmpty();
  }

  @Test
  void on_announcedChange_holdsFromItsDay() {
    var day = LocalDate.of(2027, 1, 1);
    var later = Rate.of(PriceUnit.SECOND, Money.usd("2")).from(day);
    var card = PriceCard.of(READ, "x", later, ANY);

    assertThat(card.rate("", "", PriceUnit.SECOND)).contains(ANY);
    assertThat(card.on(day.minusDays(1)).rates()).containsExactly(ANY);
    assertThat(card.on(day).rates()).containsExactly(later);
  }

  @Test
  void with_samePlace_isReplacedAndOthersStay() {
    var other = Rate.of(PriceUnit.IMAGE, Money.usd("5"));
    var dearer = Rate.of(PriceUnit.SECOND, Money.usd("9"));

    assertThat(PriceCard.of(READ, "x", ANY, other).with(dearer).rates())
        .containsExactly(other, dearer);
  }

  @Test
  void cost_perThousandAndMillion_isExactToAMillionth() {
    var rate = Rate.of(PriceUnit.CHARACTER, Money.usd("0.10"));

    assertThat(rate.perThousand().cost(1234)).isEqualTo(Money.usd("0.1234"));
    assertThat(rate.perMillion().cost(new BigDecimal("15"))).isEqualTo(Money.usd("0.000002"));
    assertThat(rate.perMillion().exactCost(new BigDecimal("15"))).isEqualTo(Money.usd("0.0000015"));
  }

  @Test
  void isStale_afterNinetyDays_neverWithoutADate() {
    var card = PriceCard.of(READ, "x", ANY);

    assertThat(card.isStale(READ.plusDays(90))).isFalse();
    assertThat(card.isStale(READ.plusDays(91))).isTrue();
    assertThat(PriceCard.own(ANY).isStale(LocalDate.MAX)).isFalse();
    assertThat(PriceCard.free().isStale(LocalDate.MAX)).isFalse();
  }

  @Test
  void card_mixedCurrenciesOrTwoPrices_isRefused() {
    var euro = Rate.of(PriceUnit.IMAGE, new Money(BigDecimal.ONE, Currency.getInstance("EUR")));

    assertThatThrownBy(() -> PriceCard.own(ANY, euro)).hasMessageContaining("not in USD");
    assertThatThrownBy(() -> PriceCard.own(ANY, ANY.perThousand()))
        .hasMessageContaining("two prices");
    assertThatThrownBy(PriceCard::own).hasMessageContaining("must be a price");
    assertThatThrownBy(() -> PriceCard.free().requirePaid()).hasMessageContaining("amounts of 0");
  }

  @Test
  void card_always_isAValue() {
    assertThat(PriceCard.of(READ, "x", ANY)).isEqualTo(PriceCard.of(READ, "x", ANY));
    assertThat(PriceCard.of(READ, "x", ANY))
        .hasToString("PriceCard[2026-06-01, x: [USD 1.00 per second]]");
    assertThat(PriceCard.free()).hasToString("PriceCard[free]");
  }
}
