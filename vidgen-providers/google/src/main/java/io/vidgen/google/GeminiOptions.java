package io.vidgen.google;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;

/** Choices for {@link GeminiScriptProvider}. Immutable. */
public final class GeminiOptions {
  /** The model that is used unless said otherwise, current in October 2026. */
  public static final String DEFAULT_MODEL = "gemini-3.8-flash";

  private final GeminiOptionsBuilder from;

  GeminiOptions(GeminiOptionsBuilder from) {
    this.from = new GeminiOptionsBuilder(from);
  }

  /**
   * A builder that begins with the defaults.
   *
   * @param google how Google is reached
   * @return the builder
   */
  public static GeminiOptionsBuilder builder(GoogleOptions google) {
    return new GeminiOptionsBuilder(google);
  }

  /**
   * Reads {@link GoogleOptions#from} and settings under {@code vidgen.gemini.}: {@code model},
   * {@code requests-per-minute}, {@code concurrent}, {@code usd-per-million-input} and {@code
   * usd-per-million-output}, the last two of which go together.
   *
   * @param config settings
   * @return the options
   * @throws io.vidgen.error.VidgenException if a key or project is missing, or a setting makes no
   *     sense
   */
  public static GeminiOptions from(ProviderConfig config) {
    var settings = new ModelSettings(config, "vidgen.gemini.");
    var builder = builder(GoogleOptions.from(config));
    config.priceCard(GeminiScriptProvider.ID).ifPresent(builder::prices);
    settings.model(builder::model);
    settings.limits().ifPresent(builder::limits);
    var input = settings.usd("usd-per-million-input");
    var output = settings.usd("usd-per-million-output");
    if (input != null && output != null) {
      builder.prices(input, output);
    } else if (input != null || output != null) {
      throw settings.wrong(
          input == null ? "usd-per-million-input" : "usd-per-million-output",
          "is missing beside the other price",
          "set both prices or none");
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
   * Your own price of a million tokens that are sent.
   *
   * @return the price; empty, the default, for that of {@link #prices}
   */
  public Optional<Money> millionInput() {
    return Optional.ofNullable(from.millionInput);
  }

  /**
   * Your own price of a million tokens that are answered, thoughts included.
   *
   * @return the price; empty, the default, for that of {@link #prices}
   */
  public Optional<Money> millionOutput() {
    return Optional.ofNullable(from.millionOutput);
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
    return "GeminiOptions[" + model() + ", " + google() + "]";
  }
}
