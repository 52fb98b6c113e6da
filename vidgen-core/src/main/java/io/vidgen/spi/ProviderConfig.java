package io.vidgen.spi;

import io.vidgen.money.PriceCard;
import java.util.Optional;

/**
 * Settings for providers. A setting {@code vidgen.coqui.url} is looked up among the builder's
 * options (under this name or that of the variable), then as system property, then as environment
 * variable {@code VIDGEN_COQUI_URL}. What may be read is named by {@link ProviderFactory#settings}.
 */
public interface ProviderConfig {

  /**
   * A setting.
   *
   * @param name its name, such as {@code vidgen.offline.espeak}
   * @return its value; empty when it is not set or blank
   */
  Optional<String> value(String name);

  /**
   * An environment variable by its own name, such as {@code COQUI_URL}; the builder's options of
   * the same name win.
   *
   * @param name the variable
   * @return its value; empty when it is not set or blank
   */
  Optional<String> environment(String name);

  /**
   * A secret, looked up like {@link #environment(String)}.
   *
   * @param name the variable, such as {@code DID_API_KEY}
   * @return the secret; empty when it is not set
   */
  default Optional<Secret> secret(String name) {
    return environment(name).map(Secret::of);
  }

  /**
   * Prices that the user gave for a provider, by the builder or by a file. They hold in place of
   * those that come with the provider; its own settings for prices win over them.
   *
   * @param provider id of the provider
   * @return the card; empty when nothing was said
   */
  default Optional<PriceCard> priceCard(String provider) {
    return Optional.empty();
  }
}
