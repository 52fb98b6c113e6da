package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;

/** What speech costs: characters of text, and minutes of sound where times are repaired. */
final class Prices {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
  private static final String SOURCE = "https://elevenlabs.io/pricing/api";
  private static final String PER_1000 = "1000-characters";
  private static final String ALIGNED_HOUR = "aligned-hour";
  private static final Money FULL = Money.usd("0.10");
  private static final Money FAST = Money.usd("0.05");
  private static final Money ALIGNMENT = Money.usd("0.22");

  /** Slow speech, so that the price of its alignment is not guessed too low. */
  private static final BigDecimal CHARACTERS_AN_HOUR = BigDecimal.valueOf(8 * 3600L);

  private final ElevenLabsOptions options;

  Prices(ElevenLabsOptions options) {
    this.options = options;
  }

  PriceCard card() {
    var units = new LinkedHashMap<String, Money>();
    units.put(PER_1000, rate());
    if (options.repair()) {
      units.put(ALIGNED_HOUR, ALIGNMENT);
    }
    return options.rate().isPresent()
        ? new PriceCard(AS_OF, "your own setting", units)
        : new PriceCard(AS_OF, SOURCE, units);
  }

  Price price(String text) {
    if (options.rate().isEmpty() && !ModelTable.isKnown(options.model())) {
      return new Price.Unknown(
          "the price of model "
              + options.model()
              + " is not known: set vidgen.elevenlabs.usd-per-1000-characters");
    }
    var characters = BigDecimal.valueOf(text.codePointCount(0, text.length()));
    var spoken = rate().times(characters.movePointLeft(3));
    boolean repairs = options.repair() && rate().currency().equals(ALIGNMENT.currency());
    if (!repairs) {
      return Price.exactly(spoken);
    }
    var hours = characters.divide(CHARACTERS_AN_HOUR, 6, RoundingMode.UP);
    return new Price.Range(spoken, spoken.plus(ALIGNMENT.times(hours)));
  }

  private Money rate() {
    return options.rate().orElse(ModelTable.isFast(options.model()) ? FAST : FULL);
  }
}
