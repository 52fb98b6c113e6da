package io.vidgen.google.internal.script;

import io.vidgen.google.GeminiModel;
import io.vidgen.google.GeminiModels;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.ScriptRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script costs: at least one call with a short answer, at most two with the longest. */
public final class ScriptPrices {

  private static final String INPUT = "million input tokens";
  private static final String OUTPUT = "million output tokens";

  /** Thoughts are answers too as far as tokens go; this leaves room for them. */
  private static final int THOUGHTS = 12_288;

  /** What is shown in place of a model whose price is not known. */
  private static final GeminiModel STANDARD = GeminiModels.builtIn().all().get(0);

  private static final int TOKENS_OF_A_SCENE = 400;
  private static final int FEWEST_OF_A_SCENE = 80;

  /** The most that any of the models writes. */
  private static final int LONGEST_ANSWER = 65_536;

  private final String id;
  private final Optional<GeminiModel> model;
  private final boolean own;

  /**
   * Prices of a model.
   *
   * @param model its id
   * @param table what is known of models
   * @param input the user's own price of a million tokens of prompt, null for the table's
   * @param output the user's own price of a million tokens of answer, null for the table's
   */
  public ScriptPrices(
      String model, GeminiModels table, @Nullable Money input, @Nullable Money output) {
    this.id = model;
    this.own = input != null && output != null;
    this.model =
        input != null && output != null
            ? Optional.of(new GeminiModel(model, LocalDate.EPOCH, input, output))
            : table.find(model);
  }

  /**
   * What is charged for.
   *
   * @return the card
   */
  public PriceCard card() {
    if (own) {
      return card(LocalDate.EPOCH, "your own options", model.orElseThrow(), "");
    }
    return model
        .map(known -> card(known.asOf(), GeminiModels.SOURCE, known, ""))
        .orElseGet(
            () ->
                card(
                    STANDARD.asOf(), GeminiModels.SOURCE, STANDARD, " of " + GeminiModels.DEFAULT));
  }

  /**
   * What a script costs.
   *
   * @param request a request
   * @return the price; unknown for a model that is not in the table
   */
  public Price of(ScriptRequest request) {
    return model
        .<Price>map(known -> range(known, request))
        .orElseGet(
            () ->
                new Price.Unknown(
                    "no price of "
                        + id
                        + " is known: set vidgen.gemini.usd-per-million-input and …-output"));
  }

  /** The most tokens that an answer may have; the service ends it there. */
  static int longestAnswer(Shape shape) {
    return (int) Math.min(LONGEST_ANSWER, THOUGHTS + (long) TOKENS_OF_A_SCENE * shape.scenes());
  }

  private static Price range(GeminiModel model, ScriptRequest request) {
    var shape = Shape.of(request);
    var prompt = ScriptPrompt.system(AnswerForm.JSON) + ScriptPrompt.ask(request, shape);
    long fewest = prompt.length() / 5;
    long most = 200 + prompt.codePoints().mapToLong(c -> c < 0x80 ? 1 : 3).sum() / 2;
    long answer = longestAnswer(shape);
    long shortest = Math.min(answer, (long) FEWEST_OF_A_SCENE * shape.scenes());
    var low = cost(model.millionInput(), fewest).plus(cost(model.millionOutput(), shortest));
    // The second call repeats the prompt and the first answer.
    var high =
        cost(model.laterInput(), 3 * most + answer).plus(cost(model.laterOutput(), 2 * answer));
    return new Price.Range(low, high);
  }

  private static Money cost(Money million, long tokens) {
    return million.times(
        BigDecimal.valueOf(tokens).divide(BigDecimal.valueOf(1_000_000), 6, RoundingMode.UP));
  }

  private static PriceCard card(LocalDate asOf, String source, GeminiModel model, String whose) {
    return new PriceCard(
        asOf,
        source,
        Map.of(INPUT + whose, model.millionInput(), OUTPUT + whose, model.millionOutput()));
  }
}
