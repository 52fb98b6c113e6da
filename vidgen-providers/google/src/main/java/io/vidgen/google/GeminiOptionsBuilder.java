package io.vidgen.google;

import io.vidgen.money.Money;
import io.vidgen.spi.AccountLimits;
import org.jspecify.annotations.Nullable;

/** Builds {@link GeminiOptions}. */
public final class GeminiOptionsBuilder {
  final GoogleOptions google;
  @Nullable AccountLimits limits;
  String model = GeminiOptions.DEFAULT_MODEL;
  GeminiModels models = GeminiModels.builtIn();
  @Nullable Money millionInput;
  @Nullable Money millionOutput;

  GeminiOptionsBuilder(GoogleOptions google) {
    this.google = google;
  }

  GeminiOptionsBuilder(GeminiOptionsBuilder other) {
    google = other.google;
    model = other.model;
    models = other.models;
    millionInput = other.millionInput;
    millionOutput = other.millionOutput;
    limits = other.limits;
  }

  /**
   * The model. The price of one that is not in the table is unknown.
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
   * What is known of models, to correct or extend it.
   *
   * @param table such as {@code GeminiModels.builtIn().with(…)}
   * @return this
   */
  public GeminiOptionsBuilder models(GeminiModels table) {
    this.models = table;
    return this;
  }

  /**
   * Other prices than those of the table, which is dated.
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
