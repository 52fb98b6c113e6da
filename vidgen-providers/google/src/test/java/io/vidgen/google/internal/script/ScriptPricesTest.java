package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.google.GeminiOptions;
import io.vidgen.google.GeminiScriptProvider;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.PriceCards;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptPricesTest {
  private static final PriceCard CARD =
      PriceCards.builtIn(GeminiScriptProvider.class, GeminiScriptProvider.ID);

  @Test
  void of_knownModel_isFromOneShortCallToTwoOfTheLongest() {
    var price = (Price.Range) prices(GeminiOptions.DEFAULT_MODEL, null, null).of(request());
    assertThat(price.low()).isBetween(Money.usd("0.001"), Money.usd("0.01"));
    // Two answers of 15,488 tokens at 7.50 a million, and the first one read again.
    assertThat(price.high()).isBetween(Money.usd("0.25"), Money.usd("0.30"));
  }

  @Test
  void of_unknownModel_isUnknownUntilPricesAreSet() {
    assertThat(prices("gemini-9", null, null).of(request())).isInstanceOf(Price.Unknown.class);
    var own = prices("gemini-9", Money.usd("1"), Money.usd("10"));
    assertThat(own.of(request())).isInstanceOf(Price.Range.class);
    assertThat(own.card().source()).isEqualTo("your own options");
  }

  @Test
  void of_modelOfTheUsersCard_isPricedByIt() {
    var card =
        CARD.with(
            Rate.of(PriceUnit.INPUT_TOKEN, Money.usd("1")).perMillion().forModel("gemini-9"),
            Rate.of(PriceUnit.OUTPUT_TOKEN, Money.usd("10")).perMillion().forModel("gemini-9"));
    assertThat(new ScriptPrices("gemini-9", card, null, null).of(request()))
        .isEqualTo(prices("gemini-9", Money.usd("1"), Money.usd("10")).of(request()));
  }

  @Test
  void card_always_chargesAndIsDated() {
    assertThat(prices("gemini-2.5-pro", null, null).card().rates())
        .extracting(Rate::amount)
        .contains(Money.usd("1.25"), Money.usd("10"));
    assertThat(prices("gemini-9", null, null).card().isFree()).isFalse();
    assertThat(prices("gemini-2.5-pro", null, null).card().asOf())
        .isEqualTo(LocalDate.of(2026, 10, 7));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-5, -5", "1000000, 3", "3, 1"})
  void of_numbersThatMakeNoSense_isStillAPrice(int scenes, int clips) {
    assertThat(prices("gemini-2.5-pro", null, null).of(Asked.script("en", scenes, clips)))
        .isInstanceOf(Price.Range.class);
  }

  private static io.vidgen.spi.ScriptRequest request() {
    return Asked.script("en", 8, 8);
  }

  private static ScriptPrices prices(String model, @Nullable Money input, @Nullable Money output) {
    return new ScriptPrices(model, CARD, input, output);
  }
}
