package io.vidgen.google.internal.script;

import com.google.genai.types.GenerateContentResponse;
import io.vidgen.google.internal.content.Usage;
import io.vidgen.spi.CallContext;

/** Adds up what the answers to one request are charged. */
final class ScriptBill {
  private final ScriptPrices prices;
  private final CallContext context;
  private long input;
  private long output;

  ScriptBill(ScriptPrices prices, CallContext context) {
    this.prices = prices;
    this.context = context;
  }

  CallContext context() {
    return context;
  }

  /** Adds an answer before it is looked at, since it is paid for whatever is in it. */
  void add(GenerateContentResponse response, Shape shape) {
    var usage = Usage.of(response);
    // What is not said is taken for the longest answer.
    input += usage.map(Usage::input).orElse(0L);
    output += usage.map(Usage::output).orElse((long) ScriptPrices.longestAnswer(shape));
    prices.charged(input, output).ifPresent(context::charged);
  }
}
