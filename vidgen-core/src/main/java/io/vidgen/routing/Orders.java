package io.vidgen.routing;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders that routers have names for. Equal candidates stay as they are listed. */
final class Orders {
  static final RoutingOrder CHEAPEST = (kind, all) -> cheapest(all);
  static final RoutingOrder FASTEST =
      (kind, all) -> sorted(all, Comparator.comparing(Candidate::expected));
  static final RoutingOrder BEST =
      (kind, all) -> sorted(all, Comparator.comparingInt(Candidate::quality).reversed());

  private Orders() {}

  static RoutingOrder weighted(double price, double time, double quality, double health) {
    double sum = 0;
    for (double weight : new double[] {price, time, quality, health}) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight must be 0 or more, not " + weight);
      }
      sum += weight;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("one weight at least must be more than 0");
    }
    return new Weighted(price, time, quality, health);
  }

  private record Weighted(double price, double time, double quality, double health)
      implements RoutingOrder {

    @Override
    public List<Candidate> order(String kind, List<Candidate> candidates) {
      var scale = scale(candidates);
      return sorted(candidates, Comparator.comparingDouble(scale::score));
    }

    @Override
    public String explain(String kind, List<Candidate> candidates, Candidate one) {
      return scale(candidates).words(one);
    }

    private Scale scale(List<Candidate> all) {
      var currency = currency(all);
      var scale = new Scale(all);
      scale.add("price", price, c -> amount(c.price(), currency));
      scale.add("time", time, c -> c.expected().toMillis());
      scale.add("quality", quality, c -> -c.quality());
      scale.add("health", health, c -> c.health().failureRate());
      return scale;
    }
  }

  private static List<Candidate> cheapest(List<Candidate> all) {
    var currency = currency(all);
    return sorted(all, Comparator.comparingDouble(c -> amount(c.price(), currency)));
  }

  private static List<Candidate> sorted(List<Candidate> all, Comparator<Candidate> order) {
    var sorted = new ArrayList<>(all);
    sorted.sort(order);
    return sorted;
  }

  /** Amounts of two currencies cannot be compared, so one of them counts. */
  private static @Nullable Currency currency(List<Candidate> all) {
    return all.stream()
        .flatMap(c -> c.price() instanceof Price.Range r ? Stream.of(r.high()) : Stream.empty())
        .map(Money::currency)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static double amount(Price price, @Nullable Currency currency) {
    if (price instanceof Price.Free) {
      return 0;
    }
    return price instanceof Price.Range range && range.high().currency().equals(currency)
        ? range
            .low()
            .amount()
            .add(range.high().amount())
            .divide(BigDecimal.valueOf(2))
            .doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  /** Makes different measures comparable: 0 is the best that there is, 1 the worst. */
  private static final class Scale {
    private final List<Candidate> all;
    private final Map<String, double[]> parts = new LinkedHashMap<>();

    Scale(List<Candidate> all) {
      this.all = all;
    }

    void add(String name, double weight, ToDoubleFunction<Candidate> measure) {
      if (weight == 0) {
        return;
      }
      var known = all.stream().mapToDouble(measure).filter(Double::isFinite).summaryStatistics();
      double span = known.getMax() - known.getMin();
      var weighted = new double[all.size()];
      for (int i = 0; i < weighted.length; i++) {
        double value = measure.applyAsDouble(all.get(i));
        double part = 1;
        if (Double.isFinite(value)) {
          part = span > 0 ? (value - known.getMin()) / span : 0;
        }
        weighted[i] = weight * part;
      }
      parts.put(name, weighted);
    }

    double score(Candidate one) {
      int at = all.indexOf(one);
      return parts.values().stream().mapToDouble(part -> part[at]).sum();
    }

    String words(Candidate one) {
      int at = all.indexOf(one);
      var sum =
          parts.entrySet().stream()
              .map(part -> part.getKey() + " " + number(part.getValue()[at]))
              .collect(Collectors.joining(" + "));
      return "score " + number(score(one)) + ", " + sum;
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
  }
}
