package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptPricesTest {

  @Test
  void of_knownModel_isFromOneShortCallToTwoOfTheLongest() {
    var price = (Price.Range) new ScriptPrices(TextModels.DEFAULT, null, null).of(request());
    assertThat(price.low()).isBetween(Money.usd("0.001"), Money.usd("0.01"));
    // Two answers of 15,488 tokens at 7.50 a million, and the first one read again.
    assertThat(price.high()).isBetween(Money.usd("0.25"), Money.usd("0.30"));
  }

  @Test
  void of_unknownModel_isUnknownUntilPricesAreSet() {
    assertThat(new ScriptPrices("gemini-9", null, null).of(request()))
        .isInstanceOf(Price.Unknown.class);
    var own = new ScriptPrices("gemini-9", Money.usd("1"), Money.usd("10"));
    assertThat(own.of(request())).isInstanceOf(Price.Range.class);
    assertThat(own.card().source()).isEqualTo("your own options");
  }

  @Test
  void card_always_chargesAndIsDated() {
    assertThat(new ScriptPrices("gemini-2.5-pro", null, null).card().units().values())
        .contains(Money.usd("1.25"), Money.usd("10"));
    assertThat(new ScriptPrices("gemini-9", null, null).card().isFree()).isFalse();
    assertThat(new ScriptPrices("gemini-2.5-pro", null, null).card().asOf())
        .isEqualTo(TextModels.AS_OF);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-5, -5", "1000000, 3", "3, 1"})
  void of_numbersThatMakeNoSense_isStillAPrice(int scenes, int clips) {
    assertThat(new ScriptPrices("gemini-2.5-pro", null, null).of(Asked.script("en", scenes, clips)))
        .isInstanceOf(Price.Range.class);
  }

  private static io.vidgen.spi.ScriptRequest request() {
    return Asked.script("en", 8, 8);
  }
}
