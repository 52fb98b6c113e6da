package io.vidgen.rest.internal.whisper;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.PriceCards;
import io.vidgen.spi.ProviderConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What OpenAI charges for listening.
 *
 * @param card all of its prices, with one of the model that holds already, by the minute or second
 * @param model which model listens
 * @param clock says which prices hold
 */
record WhisperPrices(PriceCard card, String model, InstantSource clock) {
  private static final String SETTING = "vidgen.whisper.usd-per-minute";
  private static final BigDecimal SECONDS_OF_A_MINUTE = BigDecimal.valueOf(60);
  private static final int DIGITS = 9;

  static WhisperPrices of(ProviderConfig config, String model, InstantSource clock) {
    var id = WhisperTranscriptionProvider.ID;
    var own = new ProviderSettings(config).text(SETTING, "");
    var card =
        own.isEmpty()
            ? config
                .priceCard(id)
                .orElseGet(() -> PriceCards.builtIn(WhisperTranscriptionProvider.class, id))
            : PriceCard.own(Rate.of(PriceUnit.MINUTE, perMinute(own, model)));
    var prices = new WhisperPrices(card, model, clock);
    if (prices.rate().isEmpty()) {
      throw unpriced(card, model);
    }
    return prices;
  }

  private Optional<Rate> rate() {
    var today = card.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return today
        .rate(model, "", PriceUnit.MINUTE)
        .or(() -> today.rate(model, "", PriceUnit.SECOND));
  }

  private static VidgenException unpriced(PriceCard card, String model) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + SETTING + " is missing, and " + model + " has no price",
        PriceCards.missing(model, card, SETTING));
  }

  private static Money perMinute(String text, String model) {
    try {
      return Money.usd(text);
    } catch (IllegalArgumentException e) {
      throw wrong("is \"" + text + "\"", model);
    }
  }

  private static VidgenException wrong(String what, String model) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + SETTING + " " + what,
        "set it to what a minute with " + model + " costs, such as 0.006");
  }

  /** What so many seconds cost. */
  Money cost(BigDecimal seconds) {
    var rate = rate().orElseThrow(() -> unpriced(card, model));
    return rate.cost(
        rate.unit() == PriceUnit.SECOND
            ? seconds
            : seconds.divide(SECONDS_OF_A_MINUTE, DIGITS, RoundingMode.HALF_UP));
  }
}
