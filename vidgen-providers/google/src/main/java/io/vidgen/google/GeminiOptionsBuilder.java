package io.vidgen.google;

import io.vidgen.money.Money;
import org.jspecify.annotations.Nullable;

/** Builds {@link GeminiOptions}. */
public final class GeminiOptionsBuilder {
  final GoogleOptions google;
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
   * Finishes; connects to nothing.
   *
   * @return the options
   */
  public GeminiOptions build() {
    return new GeminiOptions(this);
  }
}
