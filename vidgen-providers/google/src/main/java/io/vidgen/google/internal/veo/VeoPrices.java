package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
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
    var model = options.models().find(options.model());
    if (model.isEmpty()) {
      return new PriceCard(
          LocalDate.EPOCH,
          "not known: " + options.model() + " is not in the table",
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
    var model = options.models().find(options.model());
    var resolution = Resolution.of(request.format());
    if (model.isEmpty()) {
      return new Price.Unknown("model " + options.model() + " is not in the table");
    }
    var rate = resolution.map(r -> rate(model.get(), r, request.audio())).orElse(null);
    if (rate == null) {
      return new Price.Unknown(options.model() + " has no price for " + request.format());
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

  private static @Nullable Money rate(VeoModel model, Resolution resolution, boolean audio) {
    var silent = model.perSecondSilent().get(resolution);
    return audio || silent == null ? model.perSecond().get(resolution) : silent;
  }

  private static BigDecimal seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis())
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP);
  }
}
