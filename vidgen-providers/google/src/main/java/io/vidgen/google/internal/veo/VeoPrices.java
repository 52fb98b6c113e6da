package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoModels;
import io.vidgen.google.VeoOptions;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.ClipRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clips cost: seconds of output times the model's rate. */
public final class VeoPrices {
  private final VeoOptions options;

  /** For some options. */
  public VeoPrices(VeoOptions options) {
    this.options = options;
  }

  /** The card of the model; one unit of no known price for a model that is not in the table. */
  public PriceCard card() {
    var own = options.price();
    if (own.isPresent()) {
      return new PriceCard(LocalDate.EPOCH, "your own options", Map.of("second", own.get()));
    }
    var model = options.models().find(options.model());
    if (model.filter(known -> !known.perSecond().isEmpty()).isEmpty()) {
      return new PriceCard(
          LocalDate.EPOCH,
          "not known: the table has no price of " + options.model(),
          Map.of("second of the dearest known model", dearest()));
    }
    var units = new HashMap<String, Money>();
    model.get().perSecond().forEach((r, price) -> units.put("second " + r.word(), price));
    model
        .get()
        .perSecondSilent()
        .forEach((r, price) -> units.put("second " + r.word() + " without sound", price));
    return new PriceCard(model.get().asOf(), VeoModels.SOURCE, units);
  }

  /** The price of a request. */
  public Price of(ClipRequest request) {
    var own = options.price().orElse(null);
    var rate = own == null ? rate(request) : own;
    if (rate == null) {
      return new Price.Unknown(
          "no price of "
              + options.model()
              + " for "
              + request.format()
              + " is known: set vidgen.veo.usd-per-second");
    }
    var added = rate.times(seconds(request.duration()));
    var source = request.extend();
    if (source == null) {
      return Price.exactly(added);
    }
    var whole = rate.times(seconds(request.duration().plus(source.duration())));
    return switch (options.extensionBilling()) {
      case ADDED -> Price.exactly(added);
      case WHOLE -> Price.exactly(whole);
      case UNKNOWN -> new Price.Range(added, whole);
    };
  }

  private Money dearest() {
    return options.models().all().stream()
        .flatMap(model -> model.perSecond().values().stream())
        .max(Money::compareTo)
        .orElse(Money.usd("0.60"));
  }

  private @Nullable Money rate(ClipRequest request) {
    var model = options.models().find(options.model()).orElse(null);
    var resolution = Resolution.of(request.format()).orElse(null);
    if (model == null || resolution == null) {
      return null;
    }
    var silent = model.perSecondSilent().get(resolution);
    return request.audio() || silent == null ? model.perSecond().get(resolution) : silent;
  }

  private static BigDecimal seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis())
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP);
  }
}
