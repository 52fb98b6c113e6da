package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.PriceCards;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clips cost: seconds of output times the model's rate. */
public final class VeoPrices {
  /** Condition of clips without sound. */
  private static final String SILENT = "silent";

  private final VeoOptions options;
  private final InstantSource clock;

  /** For some options. */
  public VeoPrices(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /** The card of all models, or the user's own price. */
  public PriceCard card() {
    return options
        .price()
        .map(own -> PriceCard.own(Rate.of(PriceUnit.SECOND, own)))
        .orElseGet(options::prices);
  }

  /** The price of a request. */
  public Price of(ClipRequest request) {
    var rate = rate(request);
    if (rate == null) {
      return new Price.Unknown(
          PriceCards.missing(
              options.model() + " at " + tier(request), card(), "vidgen.veo.usd-per-second"));
    }
    var added = rate.cost(seconds(request.duration()));
    var source = request.extend();
    if (source == null) {
      return Price.exactly(added);
    }
    var whole = rate.cost(seconds(request.duration().plus(source.duration())));
    return switch (options.extensionBilling()) {
      case ADDED -> Price.exactly(added);
      case WHOLE -> Price.exactly(whole);
      case UNKNOWN -> new Price.Range(added, whole);
    };
  }

  private @Nullable Rate rate(ClipRequest request) {
    var tier = tier(request);
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var card = card().on(day);
    var silent =
        request.audio()
            ? Optional.<Rate>empty()
            : card.rate(options.model(), tier, SILENT, PriceUnit.SECOND);
    return silent.or(() -> card.rate(options.model(), tier, PriceUnit.SECOND)).orElse(null);
  }

  private static String tier(ClipRequest request) {
    return Resolution.of(request.format()).map(Resolution::word).orElse("?");
  }

  private static BigDecimal seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis())
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP);
  }
}
