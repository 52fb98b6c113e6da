package io.vidgen.google;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.client.GoogleCalls;
import io.vidgen.google.internal.client.GoogleErrors;
import io.vidgen.google.internal.script.ScriptChecks;
import io.vidgen.google.internal.script.ScriptPrices;
import io.vidgen.google.internal.script.ScriptWork;
import io.vidgen.google.internal.script.TextModels;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;

/**
 * Scripts by Gemini: id {@code gemini}. One paid call writes a script; it is checked, repaired
 * where that needs nobody, and asked for once more, by a second paid call, when a rule stays
 * broken.
 *
 * <p>Any language. Thread-safe; connects to nothing before the first call.
 */
public final class GeminiScriptProvider implements ScriptProvider {

  /** The model that is used when none is named, current in October 2026. */
  public static final String DEFAULT_MODEL = TextModels.DEFAULT;

  static final String ID = "gemini";
  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);

  private final GoogleOptions google;
  private final String model;
  private final ScriptPrices prices;
  private final ScriptWork work;

  /**
   * Scripts by {@link #DEFAULT_MODEL}.
   *
   * @param google how Google is reached
   */
  public GeminiScriptProvider(GoogleOptions google) {
    this(google, DEFAULT_MODEL);
  }

  /**
   * Scripts by a model.
   *
   * @param google how Google is reached
   * @param model id of the model, such as {@code gemini-2.5-pro}
   * @throws VidgenException if it is no id
   */
  public GeminiScriptProvider(GoogleOptions google, String model) {
    this(google, model, new ScriptPrices(ModelIds.checked(model), null, null));
  }

  private GeminiScriptProvider(GoogleOptions google, String model, ScriptPrices prices) {
    this.google = google;
    this.model = model;
    this.prices = prices;
    var unknown = "set vidgen.gemini.model to a current one: " + TextModels.current();
    var calls = new GoogleCalls(ID, google, new GoogleErrors(unknown));
    this.work =
        new ScriptWork(
            (contents, config, context) -> calls.generateContent(model, contents, config, context));
  }

  /**
   * The same with other prices than those of the table, which is dated.
   *
   * @param millionInput price of a million tokens that are sent
   * @param millionOutput price of a million tokens that are answered, thoughts included
   * @return a new provider
   */
  public GeminiScriptProvider withPrices(Money millionInput, Money millionOutput) {
    return new GeminiScriptProvider(
        google, model, new ScriptPrices(model, millionInput, millionOutput));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public PriceCard priceCard() {
    return prices.card();
  }

  /** {@inheritDoc} From one call with a short answer to two with the longest that is allowed. */
  @Override
  public Price price(ScriptRequest request) {
    return prices.of(request);
  }

  @Override
  public List<Problem> check(ScriptRequest request) {
    return ScriptChecks.check(request);
  }

  @Override
  public Duration expectedTime(ScriptRequest request) {
    return Duration.ofSeconds(12 + Math.max(request.scenes(), request.clips()));
  }

  /** {@inheritDoc} A refused schema and a broken rule may make three calls of one. */
  @Override
  public Duration callLimit(ScriptRequest request) {
    return google.timeout().multipliedBy(3).plusMinutes(1);
  }

  @Override
  public Work<ScriptRequest, ScriptResult> work() {
    return (QuickWork<ScriptRequest, ScriptResult>) this::call;
  }

  private ScriptResult call(ScriptRequest request, CallContext context) {
    try {
      return work.call(request, context);
    } catch (VidgenException e) {
      throw e.in(PLACE);
    }
  }
}
