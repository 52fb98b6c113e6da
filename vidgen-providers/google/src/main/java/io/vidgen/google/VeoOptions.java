package io.vidgen.google;

import io.vidgen.google.internal.veo.VeoSettings;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderConfig;
import java.time.Duration;
import java.util.Optional;

/** Choices for {@link VeoVideoProvider}. Immutable. */
public final class VeoOptions {
  /** How long a video may take from its submit unless said otherwise. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(35);

  /** When a clip is asked for first unless said otherwise; Google makes none in less than 11 s. */
  public static final Duration DEFAULT_FIRST_POLL = Duration.ofSeconds(10);

  /** What an extension is billed for, which Google does not document (2026-09). */
  public enum ExtensionBilling {
    /** Between the added seconds and the whole video; the default. */
    UNKNOWN,
    /** The 7 seconds that are added. */
    ADDED,
    /** The whole video that comes back. */
    WHOLE
  }

  private final VeoOptionsBuilder from;

  VeoOptions(VeoOptionsBuilder from) {
    this.from = new VeoOptionsBuilder(from);
  }

  /**
   * A builder that begins with the defaults.
   *
   * @param google how Google is reached
   * @return the builder
   */
  public static VeoOptionsBuilder builder(GoogleOptions google) {
    return new VeoOptionsBuilder(google);
  }

  /**
   * Reads {@link GoogleOptions#from} and settings under {@code vidgen.veo.}: {@code model}, {@code
   * usd-per-second}, {@code storage} (a {@code gs://} address), {@code person-generation}, {@code
   * first-poll}, {@code time-limit}, {@code extension-billing} ({@code unknown}, {@code added} or
   * {@code whole}), {@code requests-per-minute}, {@code concurrent} and {@code unchecked}. Each may
   * be an environment variable too, such as {@code VIDGEN_VEO_UNCHECKED}.
   *
   * @param config settings
   * @return the options
   * @throws io.vidgen.error.VidgenException if a key or project is missing, or a setting makes no
   *     sense
   */
  public static VeoOptions from(ProviderConfig config) {
    var builder = VeoSettings.read(config);
    config.priceCard(VeoVideoProvider.ID).ifPresent(builder::prices);
    var price = new ModelSettings(config, VeoSettings.PREFIX).usd("usd-per-second");
    return (price == null ? builder : builder.price(price)).build();
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
   * @return {@link VeoModels#DEFAULT}, or {@link VeoModels#PLATFORM_DEFAULT}, by default
   */
  public String model() {
    return from.model;
  }

  /**
   * What is known of models.
   *
   * @return {@link VeoModels#builtIn} by default
   */
  public VeoModels models() {
    return from.models;
  }

  /**
   * Your own price of a second of the chosen model, whatever its resolution and its sound. The
   * cheaper models that a render may step down to cost what {@link #prices the card} says.
   *
   * @return the price; empty, the default, for that of the card
   */
  public Optional<Money> price() {
    return Optional.ofNullable(from.price);
  }

  /**
   * Where the platform puts videos, so that they can be extended.
   *
   * @return such as {@code gs://bucket/folder}; empty, the default, to get them with the answer
   */
  public Optional<String> storage() {
    return Optional.ofNullable(from.storage);
  }

  /**
   * Who may be shown, in Google's words.
   *
   * @return such as {@code allow_adult}; empty, the default, to leave it to Google
   */
  public Optional<String> personGeneration() {
    return Optional.ofNullable(from.personGeneration);
  }

  /**
   * What an extension is billed for.
   *
   * @return {@link ExtensionBilling#UNKNOWN} by default
   */
  public ExtensionBilling extensionBilling() {
    return from.extensionBilling;
  }

  /**
   * Whether requests that the table of models rules out are sent all the same.
   *
   * @return false by default
   */
  public boolean isUnchecked() {
    return from.unchecked;
  }

  /**
   * When a clip is asked for first. Later polls follow at 2 % of its age: from a tenth of this time
   * to 10 s apart. The platform is asked every 15 s, or at one and a half of this time if that is
   * less.
   *
   * @return {@link #DEFAULT_FIRST_POLL} by default
   */
  public Duration firstPoll() {
    return from.firstPoll;
  }

  /**
   * How long a video may take from its submit before it counts as lost. Google says 11 s to 6 min.
   *
   * @return {@link #DEFAULT_TIME_LIMIT} by default
   */
  public Duration timeLimit() {
    return from.timeLimit;
  }

  /**
   * How much Google takes of this account.
   *
   * @return what was set; empty, the default, for what is known of Google's limits
   */
  public Optional<AccountLimits> limits() {
    return Optional.ofNullable(from.limits);
  }

  /** The same with another model, at the price of the card. */
  VeoOptions cheaper(String model) {
    var other = new VeoOptionsBuilder(from).model(model);
    other.price = null;
    return other.build();
  }

  @Override
  public String toString() {
    return "VeoOptions[" + model() + ", " + google() + "]";
  }
}
