package io.vidgen.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import org.junit.jupiter.api.Test;

class CardWordsTest {
  private static final Rate SECOND = Rate.of(PriceUnit.SECOND, Money.usd("1"));

  @Test
  void strangers_modelsThatTheJarDoesNotKnow_areNamedWithTheNearest() {
    var own =
        PriceCard.own(
            SECOND,
            SECOND.forModel("film-3.1"),
            SECOND.forModel("flim-3.1"),
            SECOND.forModel("other"));

    assertThat(CardWords.of("prices", own, CardWordsTest.class, "sample").orElseThrow().strangers())
        .containsExactly("flim-3.1 (there is film-3.1)", "other");
  }

  @Test
  void of_providerWithoutACard_comparesNothing() {
    assertThat(CardWords.of("prices", PriceCard.own(SECOND), CardWordsTest.class, "none"))
        .isEmpty();
  }
}
