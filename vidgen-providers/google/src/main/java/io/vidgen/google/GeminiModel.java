package io.vidgen.google;

import io.vidgen.money.Money;
import java.time.LocalDate;

/**
 * A Gemini model that writes, and its prices for a million tokens in prompts of up to 200,000.
 * Google changes them: see {@link GeminiModels} and {@link GeminiOptionsBuilder#models}.
 *
 * @param id its id
 * @param asOf the day on which this was read
 * @param millionInput price of a million tokens of the prompt
 * @param millionOutput price of a million tokens of the answer, thoughts included
 * @param laterInput the same once prices announced for it hold; equal when none are
 * @param laterOutput the same once prices announced for it hold
 */
public record GeminiModel(
    String id,
    LocalDate asOf,
    Money millionInput,
    Money millionOutput,
    Money laterInput,
    Money laterOutput) {

  /** Checks the id. */
  public GeminiModel {
    ModelIds.checked(id);
  }

  /**
   * A model whose prices are not announced to change.
   *
   * @param id its id
   * @param asOf the day on which this was read
   * @param millionInput price of a million tokens of the prompt
   * @param millionOutput price of a million tokens of the answer, thoughts included
   */
  public GeminiModel(String id, LocalDate asOf, Money millionInput, Money millionOutput) {
    this(id, asOf, millionInput, millionOutput, millionInput, millionOutput);
  }
}
