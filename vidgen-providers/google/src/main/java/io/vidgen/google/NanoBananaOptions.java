package io.vidgen.google;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;
import java.util.OptionalInt;

/** Choices for {@link NanoBananaImageProvider}. Immutable. */
public final class NanoBananaOptions {
  /** The model that is used unless said otherwise, current in October 2026. */
  public static final String DEFAULT_MODEL = NanoBananaModels.DEFAULT;

  private final NanoBananaOptionsBuilder from;

  NanoBananaOptions(NanoBananaOptionsBuilder from) {
    this.from = new NanoBananaOptionsBuilder(from);
  }

  /**
   * A builder that begins with the defaults.
   *
   * @param google how Google is reached
   * @return the builder
   */
  public static NanoBananaOptionsBuilder builder(GoogleOptions google) {
    return new NanoBananaOptionsBuilder(google);
  }

  /**
   * Reads {@link GoogleOptions#from} and settings under {@code vidgen.nano-banana.}: {@code model},
   * {@code size} ({@code 1K}, {@code 2K} or {@code 4K}), {@code requests-per-minute}, {@code
   * concurrent} and {@code usd-per-image}.
   *
   * @param config settings
   * @return the options
   * @throws io.vidgen.error.VidgenException if a key or project is missing, or a setting makes no
   *     sense
   */
  public static NanoBananaOptions from(ProviderConfig config) {
    var settings = new ModelSettings(config, "vidgen.nano-banana.");
    var builder = builder(GoogleOptions.from(config));
    config.priceCard(NanoBananaImageProvider.ID).ifPresent(builder::prices);
    settings.model(builder::model);
    settings.limits().ifPresent(builder::limits);
    settings.size("size").ifPresent(builder::size);
    var price = settings.usd("usd-per-image");
    if (price != null) {
      builder.price(price);
    }
    return builder.build();
  }

  /**
   * What models charge.
   *
   * @return by default the card of the jar, which is dated; prices of your own win over it
   */
  public PriceCard prices() {
    return from.prices;
  }

  /**
   * How Google is reached.
   *
   * @return key or credentials, address and limits
   */
  public GoogleOptions google() {
    return from.google;
  }

  /**
   * Id of the model.
   *
   * @return {@link #DEFAULT_MODEL} by default
   */
  public String model() {
    return from.model;
  }

  /**
   * Size of all pictures.
   *
   * @return 1, 2 or 4, for about 1,000, 2,000 or 4,000 pixels on a side; empty, the default, for
   *     the smallest that fills the format
   */
  public OptionalInt size() {
    return from.size == 0 ? OptionalInt.empty() : OptionalInt.of(from.size);
  }

  /**
   * What is known of models.
   *
   * @return {@link NanoBananaModels#builtIn} by default
   */
  public NanoBananaModels models() {
    return from.models;
  }

  /**
   * Your own price of a picture, everything included.
   *
   * @return the price; empty, the default, for that of {@link #prices}
   */
  public Optional<Money> price() {
    return Optional.ofNullable(from.price);
  }

  /**
   * How much Google takes of this account.
   *
   * @return what was set; empty, the default, for what it turns out to be
   */
  public Optional<AccountLimits> limits() {
    return Optional.ofNullable(from.limits);
  }

  @Override
  public String toString() {
    return "NanoBananaOptions[" + model() + ", " + google() + "]";
  }
}
