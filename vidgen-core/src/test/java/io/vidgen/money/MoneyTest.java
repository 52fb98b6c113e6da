package io.vidgen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @ValueSource(strings = {"$5", "5,00", "", " ", "five"})
  void usd_noNumber_saysWhichAndWhatToWrite(String amount) {
    assertThatThrownBy(() -> Money.usd(amount))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage(
            "'" + amount + "' is no amount of US dollars: write digits with a point, as in 5.00");
  }

  @Test
  void usd_number_isThatMuch() {
    assertThat(Money.usd("5.00")).hasToString("USD 5.00").isEqualTo(Money.usd("5"));
  }

  @Test
  void limits_null_areRefusedByNameAndNotTakenForNoLimit() {
    var most = Money.usd("5");

    assertThatNullPointerException().isThrownBy(() -> Money.usd(null)).withMessage("amount");
    assertThatNullPointerException().isThrownBy(() -> Budget.perRender(null)).withMessage("most");
    for (Duration none : new Duration[] {null}) {
      assertThatNullPointerException()
          .isThrownBy(() -> Budget.perOwner(most, none))
          .withMessage("window");
      assertThatNullPointerException().isThrownBy(() -> Budget.perProject(most, none));
      assertThatNullPointerException().isThrownBy(() -> Budget.total(most, none));
      assertThatNullPointerException()
          .isThrownBy(() -> Budget.UNLIMITED.andWindow(most, none, "veo"));
    }
  }
}
