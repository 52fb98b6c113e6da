package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.money.Money;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which models of the same place cost less than the one in use, by what a second of 720p costs. */
public final class VeoTiers {
  private final VeoOptions options;
  private final InstantSource clock;

  /** For some options. */
  public VeoTiers(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  private record Tier(String model, Money second) {}

  /** Their ids, the dearest first; none when the model's own price is not known. */
  public List<String> models() {
    var own = options.price().or(() -> second(options.model()));
    return own.isEmpty()
        ? List.of()
        : options.models().all().stream()
            .filter(model -> model.isPlatform() == options.google().isPlatform())
            .map(VeoModel::id)
            .filter(id -> !id.equals(options.model()))
            .flatMap(id -> second(id).map(price -> new Tier(id, price)).stream())
            .filter(tier -> isLess(tier.second(), own.get()))
            .sorted(Comparator.comparing(Tier::second).reversed())
            .map(Tier::model)
            .toList();
  }

  private static boolean isLess(Money price, Money own) {
    return price.currency().equals(own.currency()) && price.compareTo(own) < 0;
  }

  private Optional<Money> second(String model) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return options
        .prices()
        .on(day)
        .rate(model, Resolution.P720.word(), PriceUnit.SECOND)
        .map((Rate rate) -> rate.cost(BigDecimal.ONE));
  }
}
