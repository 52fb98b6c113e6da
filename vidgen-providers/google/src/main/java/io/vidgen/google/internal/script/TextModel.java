package io.vidgen.google.internal.script;

import io.vidgen.money.Money;

/**
 * A model that writes, and its prices for a million tokens in prompts of up to 200,000.
 *
 * @param id its id
 * @param input a million tokens of the prompt
 * @param output a million tokens of the answer, thoughts included
 * @param laterInput the same once the prices announced for it hold; equal when none are
 * @param laterOutput the same once the prices announced for it hold
 */
record TextModel(String id, Money input, Money output, Money laterInput, Money laterOutput) {

  static TextModel of(String id, String input, String output) {
    return until(id, input, output, input, output);
  }

  static TextModel until(
      String id, String input, String output, String laterInput, String laterOutput) {
    return new TextModel(
        id, Money.usd(input), Money.usd(output), Money.usd(laterInput), Money.usd(laterOutput));
  }
}
