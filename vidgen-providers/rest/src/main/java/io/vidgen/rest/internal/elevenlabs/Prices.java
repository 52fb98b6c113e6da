package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.spi.PriceCards;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What speech costs: characters of text, and minutes of sound where times are repaired. The vendor
 * counts in credits, whole ones for each call; a character is one credit or, with fast models, half
 * of one.
 */
final class Prices {
  private static final String ALIGNMENT = "forced-alignment";

  /** Slow speech, so that the price of its alignment is not guessed too low. */
  private static final BigDecimal CHARACTERS_A_SECOND = BigDecimal.valueOf(8);

  private static final BigDecimal MARGIN = BigDecimal.valueOf(5);
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final int DIGITS = 12;

  private final ElevenLabsOptions options;
  private final PriceCard card;
  private final InstantSource clock;

  Prices(ElevenLabsOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    this.card =
        options
            .rate()
            .map(own -> own(options.prices(), Rate.of(PriceUnit.CHARACTER, own).perThousand()))
            .orElseGet(options::prices);
  }

  /** What an alignment costs is not in the setting. */
  private static PriceCard own(PriceCard prices, Rate rate) {
    var own = PriceCard.own(rate);
    var alignment =
        prices.rates().stream()
            .filter(other -> other.unit() == PriceUnit.HOUR && other.model().isEmpty())
            .filter(other -> other.tier().equals(ALIGNMENT) || other.tier().isEmpty())
            .filter(other -> other.amount().currency().equals(own.currency()))
            .toArray(Rate[]::new);
    return own.with(alignment);
  }

  PriceCard card() {
    return card;
  }

  private Optional<Rate> character() {
    return today().rate(options.model(), "", PriceUnit.CHARACTER);
  }

  private Optional<Rate> alignment() {
    return today().rate(options.model(), ALIGNMENT, PriceUnit.HOUR);
  }

  private PriceCard today() {
    return card.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  Price price(String text) {
    var character = character();
    if (character.isEmpty()) {
      return new Price.Unknown(
          PriceCards.missing(options.model(), card, "vidgen.elevenlabs.usd-per-1000-characters"));
    }
    var low = character.get().cost(least(text));
    var high = character.get().cost(most(text));
    var alignment = alignment();
    return options.repair() && alignment.isPresent()
        ? new Price.Range(low, high.plus(aligned(alignment.get(), longest(text))))
        : new Price.Range(low, high);
  }

  /** What a call cost by its text, where the vendor does not say it. */
  Optional<Money> ofText(String text) {
    return character().map(rate -> rate.cost(billed(characters(text))));
  }

  /** What a call cost that the vendor says took so many credits. */
  Optional<Money> ofCredits(BigDecimal credits) {
    var factor = ModelTable.creditsOfACharacter(options.model());
    return factor.signum() == 0
        ? Optional.empty()
        : character().map(rate -> rate.cost(credits.divide(factor, DIGITS, RoundingMode.HALF_UP)));
  }

  /** What the alignment of a recording costs. */
  Optional<Money> ofAlignment(double seconds) {
    var whole = BigDecimal.valueOf(seconds).setScale(0, RoundingMode.UP);
    return alignment().map(rate -> aligned(rate, whole));
  }

  private static Money aligned(Rate rate, BigDecimal seconds) {
    return rate.cost(seconds.divide(HOUR, DIGITS, RoundingMode.UP));
  }

  private static BigDecimal longest(String text) {
    return characters(text).divide(CHARACTERS_A_SECOND, 0, RoundingMode.UP).add(MARGIN);
  }

  /** Between parts white space is left out. */
  private BigDecimal least(String text) {
    return isOneCall(text)
        ? billed(characters(text))
        : BigDecimal.valueOf(text.codePoints().filter(c -> !Character.isWhitespace(c)).count());
  }

  /** Credits are rounded up for each part. */
  private BigDecimal most(String text) {
    if (isOneCall(text)) {
      return billed(characters(text));
    }
    long parts = 2 + 2L * text.length() / partLength(text);
    return characters(text)
        .add(billed(BigDecimal.ONE).subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(parts)));
  }

  private boolean isOneCall(String text) {
    var sound = SoundFormat.of(options.format()).streamable();
    int limit = ModelTable.limit(options.model());
    return text.length() <= PartLength.of(text, limit, options.partLength(), sound);
  }

  private int partLength(String text) {
    var sound = SoundFormat.of(options.format()).joinable();
    int limit = ModelTable.limit(options.model());
    return PartLength.of(text, limit, options.partLength(), sound);
  }

  private BigDecimal billed(BigDecimal characters) {
    var factor = ModelTable.creditsOfACharacter(options.model());
    return factor.signum() == 0
        ? characters
        : characters
            .multiply(factor)
            .setScale(0, RoundingMode.UP)
            .divide(factor, DIGITS, RoundingMode.HALF_UP);
  }

  private static BigDecimal characters(String text) {
    return BigDecimal.valueOf(text.codePointCount(0, text.length()));
  }
}
