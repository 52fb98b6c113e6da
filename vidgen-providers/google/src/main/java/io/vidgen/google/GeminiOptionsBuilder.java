package io.vidgen.google;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.PriceCards;
import org.jspecify.annotations.Nullable;

/** Builds {@link GeminiOptions}. */
public final class GeminiOptionsBuilder {
  final GoogleOptions google;
  PriceCard prices = PriceCards.builtIn(GeminiScriptProvider.class, GeminiScriptProvider.ID);
  @Nullable AccountLimits limits;
  String model = GeminiOptions.DEFAULT_MODEL;
  @Nullable Money millionInput;
  @Nullable Money millionOutput;

  GeminiOptionsBuilder(GoogleOptions google) {
    this.google = google;
  }

  GeminiOptionsBuilder(GeminiOptionsBuilder other) {
    google = other.google;
    prices = other.prices;
    model = other.model;
    millionInput = other.millionInput;
    millionOutput = other.millionOutput;
    limits = other.limits;
  }

  /**
   * The model. The price of one that is not in {@link GeminiOptions#prices} is unknown.
   *
   * @param id its id, such as {@code gemini-2.5-pro}
   * @return this
   * @throws IllegalArgumentException if it is no id
   */
  public GeminiOptionsBuilder model(String id) {
    this.model = ModelIds.checked(id);
    return this;
  }

  /**
   * Prices of your own, whatever the model.
   *
   * @param millionInput price of a million tokens that are sent
   * @param millionOutput price of a million tokens that are answered, thoughts included
   * @return this
   */
  public GeminiOptionsBuilder prices(Money millionInput, Money millionOutput) {
    this.millionInput = millionInput;
    this.millionOutput = millionOutput;
    return this;
  }

  /**
   * What models charge, in place of the card of the jar. Settings for prices win over it.
   *
   * @param card such as {@code options.prices().with(…)}
   * @return this
   * @throws IllegalArgumentException if it has no rate
   */
  public GeminiOptionsBuilder prices(PriceCard card) {
    this.prices = card.requirePaid();
    return this;
  }

  /**
   * How many requests Google takes in a minute, and how many calls it takes at once, for this key
   * and model. All pipelines of this JVM keep to it together.
   *
   * @param account what the account may do; {@link GoogleOptions#concurrency} at once by default
   * @return this
   */
  public GeminiOptionsBuilder limits(AccountLimits account) {
    this.limits = account;
    return this;
  }

  /**
   * Finishes; connects to nothing.
   *
   * @return the options
   */
  public GeminiOptions build() {
    return new GeminiOptions(this);
  }
}
