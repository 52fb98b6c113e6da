package io.vidgen.rest.did;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.PriceCards;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What videos cost, as far as it is known. A card may say it by the second, by the minute or by the
 * credit; a credit is used up by each 15 seconds that are begun, as plans count.
 */
final class DidPrices {
  /** People speak some 9 to 20 characters a second; plans are made for both. */
  private static final double SLOWEST = 9;

  private static final double FASTEST = 20;
  private static final BigDecimal SECONDS_OF_A_CREDIT = BigDecimal.valueOf(15);
  private static final BigDecimal SECONDS_OF_A_MINUTE = BigDecimal.valueOf(60);
  private static final int DIGITS = 9;

  private final DidOptions options;
  private final InstantSource clock;

  DidPrices(DidOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  PriceCard card() {
    return options.prices();
  }

  Price of(AvatarRequest request) {
    var rate = rate();
    if (rate == null) {
      return new Price.Unknown(
          "D-ID sells minutes by plan, and "
              + PriceCards.missing("yours", card(), "vidgen.d-id.price-per-second"));
    }
    if (rate.amount().amount().signum() == 0) {
      return Price.exactly(rate.amount());
    }
    var length = request.length();
    if (length != null) {
      return Price.exactly(cost(rate, seconds(length.plus(padding(request)))));
    }
    var text = request.text();
    if (text == null) {
      return new Price.Unknown("the recording's length is not known");
    }
    return new Price.Range(
        cost(rate, spoken(text, FASTEST, request)), cost(rate, spoken(text, SLOWEST, request)));
  }

  /** What a video of a text cost, whose length nobody knew; others cost what plans say. */
  Optional<Money> charged(AvatarRequest request, @Nullable Duration length) {
    var rate = rate();
    return rate == null || length == null || request.length() != null
        ? Optional.empty()
        : Optional.of(cost(rate, seconds(length)));
  }

  /** Those of a plan are not of every plan. */
  private @Nullable Rate rate() {
    var today = card().on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return Stream.of(PriceUnit.SECOND, PriceUnit.CREDIT, PriceUnit.MINUTE)
        .flatMap(unit -> today.rate("", "", unit).stream())
        .findFirst()
        .orElse(null);
  }

  private static Money cost(Rate rate, BigDecimal seconds) {
    return rate.cost(
        switch (rate.unit()) {
          case CREDIT ->
              seconds.divide(SECONDS_OF_A_CREDIT, 0, RoundingMode.UP).max(BigDecimal.ONE);
          case MINUTE -> seconds.divide(SECONDS_OF_A_MINUTE, DIGITS, RoundingMode.UP);
          default -> seconds;
        });
  }

  private BigDecimal spoken(String text, double pace, AvatarRequest request) {
    var length = Duration.ofMillis(Math.round(1000 * Math.max(1, text.length() / pace)));
    return seconds(length.plus(padding(request)));
  }

  private Duration padding(AvatarRequest request) {
    return request.face() == null ? Duration.ZERO : options.padAudio();
  }

  private static BigDecimal seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis())
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP);
  }
}
