package io.vidgen.google.internal.script;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.PriceCards;
import io.vidgen.spi.ScriptRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script costs: at least one call with a short answer, at most two with the longest. */
public final class ScriptPrices {

  /** Thoughts are answers too as far as tokens go; this leaves room for them. */
  private static final int THOUGHTS = 12_288;

  private static final int TOKENS_OF_A_SCENE = 400;
  private static final int FEWEST_OF_A_SCENE = 60;

  /** The most that any of the models writes. */
  private static final int LONGEST_ANSWER = 65_536;

  private final String model;
  private final PriceCard card;

  /** Prices of a token that is sent and one that is answered. */
  private record Pair(Rate input, Rate output) {
    Money cost(long read, long written) {
      return input
          .exactCost(BigDecimal.valueOf(read))
          .plus(output.exactCost(BigDecimal.valueOf(written)))
          .times(BigDecimal.ONE);
    }
  }

  /**
   * Prices of a model.
   *
   * @param model its id
   * @param card what models charge
   * @param input the user's own price of a million tokens of prompt, null for the card's
   * @param output the user's own price of a million tokens of answer, null for the card's
   */
  public ScriptPrices(String model, PriceCard card, @Nullable Money input, @Nullable Money output) {
    this.model = model;
    this.card =
        input != null && output != null
            ? PriceCard.own(
                Rate.of(PriceUnit.INPUT_TOKEN, input).perMillion(),
                Rate.of(PriceUnit.OUTPUT_TOKEN, output).perMillion())
            : card;
  }

  /**
   * What is charged for.
   *
   * @return the card
   */
  public PriceCard card() {
    return card;
  }

  /**
   * What a script costs.
   *
   * @param request a request
   * @return the price; unknown for a model that is not in the card
   */
  public Price of(ScriptRequest request) {
    var now = on(LocalDate.now(ZoneOffset.UTC));
    // What is announced may hold by the time of the call.
    var later = on(LocalDate.MAX);
    if (now.isEmpty() || later.isEmpty()) {
      return new Price.Unknown(
          PriceCards.missing(model, card, "vidgen.gemini.usd-per-million-input and …-output"));
    }
    return range(now.get(), later.get(), request);
  }

  /**
   * What answers were charged.
   *
   * @param input tokens that were sent
   * @param output tokens that were answered, thoughts included
   * @return the amount; empty where no price is known
   */
  Optional<Money> charged(long input, long output) {
    return on(LocalDate.now(ZoneOffset.UTC)).map(pair -> pair.cost(input, output));
  }

  private Optional<Pair> on(LocalDate day) {
    var rates = card.on(day);
    var input = rates.rate(model, "", PriceUnit.INPUT_TOKEN);
    var output = rates.rate(model, "", PriceUnit.OUTPUT_TOKEN);
    return input.flatMap(in -> output.map(out -> new Pair(in, out)));
  }

  /** The most tokens that an answer may have; the service ends it there. */
  static int longestAnswer(Shape shape) {
    return (int) Math.min(LONGEST_ANSWER, THOUGHTS + (long) TOKENS_OF_A_SCENE * shape.scenes());
  }

  private static Price range(Pair now, Pair later, ScriptRequest request) {
    var shape = Shape.of(request);
    var prompt = ScriptPrompt.system(AnswerForm.JSON) + ScriptPrompt.ask(request, shape);
    long fewest = prompt.length() / 5;
    long most = 200 + prompt.codePoints().mapToLong(c -> c < 0x80 ? 1 : 3).sum() / 2;
    long answer = longestAnswer(shape);
    long shortest = Math.min(answer, (long) FEWEST_OF_A_SCENE * shape.scenes());
    var low = now.cost(fewest, shortest);
    // The second call repeats the prompt and the first answer.
    var sure = now.cost(3 * most + answer, 2 * answer);
    var announced = later.cost(3 * most + answer, 2 * answer);
    return new Price.Range(low, announced.compareTo(sure) > 0 ? announced : sure);
  }
}
