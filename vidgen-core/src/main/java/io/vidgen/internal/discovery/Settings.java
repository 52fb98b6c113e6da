package io.vidgen.internal.discovery;

import io.vidgen.money.PriceCard;
import io.vidgen.spi.ProviderConfig;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Settings out of options, system properties and the environment. Shows no value in its text. */
public final class Settings implements ProviderConfig {
  private final Map<String, String> options;
  private final Map<String, PriceCard> prices;
  private final UnaryOperator<String> property;
  private final UnaryOperator<String> environment;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * Settings of this process.
   *
   * @param options what the builder was told; wins over everything else
   */
  public Settings(Map<String, String> options) {
    this(options, Map.of());
  }

  /**
   * Settings of this process, with prices.
   *
   * @param options what the builder was told; wins over everything else
   * @param prices cards by provider
   */
  public Settings(Map<String, String> options, Map<String, PriceCard> prices) {
    this(options, prices, System::getProperty, System::getenv);
  }

  Settings(
      Map<String, String> options,
      UnaryOperator<String> property,
      UnaryOperator<String> environment) {
    this(options, Map.of(), property, environment);
  }

  private Settings(
      Map<String, String> options,
      Map<String, PriceCard> prices,
      UnaryOperator<String> property,
      UnaryOperator<String> environment) {
    this.options = Map.copyOf(options);
    this.prices = Map.copyOf(prices);
    this.property = property;
    this.environment = environment;
  }

  @Override
  public Optional<String> value(String name) {
    asked.add(name);
    var option = options.getOrDefault(name, options.getOrDefault(variable(name), ""));
    return first(option, property.apply(name), environment.apply(variable(name)));
  }

  @Override
  public Optional<String> environment(String name) {
    return first(options.get(name), environment.apply(name), null);
  }

  @Override
  public Optional<PriceCard> priceCard(String provider) {
    return Optional.ofNullable(prices.get(provider));
  }

  /**
   * Every setting that somebody looked up here.
   *
   * @return the names
   */
  public Set<String> asked() {
    return Set.copyOf(asked);
  }

  /**
   * The environment variable of a setting.
   *
   * @param name such as {@code vidgen.lip-sync}
   * @return such as {@code VIDGEN_LIP_SYNC}
   */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Optional<String> first(
      @org.jspecify.annotations.Nullable String a,
      @org.jspecify.annotations.Nullable String b,
      @org.jspecify.annotations.Nullable String c) {
    for (var value : new String[] {a, b, c}) {
      if (value != null && !value.isBlank()) {
        return Optional.of(value.strip());
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Settings" + options.keySet();
  }
}
