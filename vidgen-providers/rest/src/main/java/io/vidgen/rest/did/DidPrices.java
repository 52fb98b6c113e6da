package io.vidgen.rest.did;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** What videos cost, as far as it is known. */
final class DidPrices {
  /** People speak some 9 to 20 characters a second; plans are made for both. */
  private static final double SLOWEST = 9;

  private static final double FASTEST = 20;

  /** Not confirmed by D-ID, so it is shown and never reckoned with. */
  private static final PriceCard UNCONFIRMED =
      new PriceCard(
          LocalDate.of(2026, 6, 12),
          "plan Lite, USD 5.90 a month for 10 minutes, as listed by api-evangelist/d-id; other"
              + " plans differ",
          Map.of("minute of plan Lite", Money.usd("0.59")));

  private final DidOptions options;

  DidPrices(DidOptions options) {
    this.options = options;
  }

  PriceCard card() {
    var second = options.pricePerSecond();
    return second == null
        ? UNCONFIRMED
        : new PriceCard(LocalDate.EPOCH, "your own options", Map.of("second", second));
  }

  Price of(AvatarRequest request) {
    var second = options.pricePerSecond();
    if (second == null) {
      return new Price.Unknown(
          "D-ID sells minutes by plan: set vidgen.d-id.price-per-second to what yours costs");
    }
    if (second.amount().signum() == 0) {
      return Price.exactly(second);
    }
    var length = request.length();
    if (length != null) {
      return Price.exactly(second.times(seconds(length.plus(padding(request)))));
    }
    var text = request.text();
    if (text == null) {
      return new Price.Unknown("the recording's length is not known");
    }
    return new Price.Range(
        second.times(spoken(text, FASTEST, request)), second.times(spoken(text, SLOWEST, request)));
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
