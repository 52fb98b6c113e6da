package io.vidgen.google;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.client.UnknownModel;
import io.vidgen.google.internal.script.ScriptChecks;
import io.vidgen.google.internal.script.ScriptPrices;
import io.vidgen.google.internal.script.ScriptWork;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Scripts by Gemini: id {@code gemini}. One paid call writes a script; it is checked, repaired
 * where that needs nobody, and asked for once more, by a second paid call, when a rule stays
 * broken.
 *
 * <p>Any language. Thread-safe; connects to nothing before the first call.
 */
public final class GeminiScriptProvider implements ScriptProvider {

  /** Id of this provider. */
  public static final String ID = "gemini";

  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);

  private final GeminiOptions options;
  private final ScriptPrices prices;
  private final ScriptWork work;
  private final ProviderAccount account;

  /**
   * Makes a provider; connects to nothing.
   *
   * @param options choices
   */
  public GeminiScriptProvider(GeminiOptions options) {
    this.options = options;
    this.prices =
        new ScriptPrices(
            options.model(),
            options.prices(),
            options.millionInput().orElse(null),
            options.millionOutput().orElse(null));
    var google = options.google();
    var current =
        "set vidgen.gemini.model to a current one: "
            + GeminiOptions.DEFAULT_MODEL
            + ", gemini-3.5-flash or gemini-3.1-pro-preview";
    var calls = google.calls(ID, UnknownModel.remedy(google, current));
    this.account =
        options
            .google()
            .account(
                options.model(),
                options
                    .limits()
                    .orElseGet(() -> new AccountLimits(0, options.google().concurrency())));
    this.work =
        new ScriptWork(
            prices,
            (contents, config, context) ->
                calls.generateContent(options.model(), contents, config, context));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return options.model();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder().quality(90).build();
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

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(account);
  }

  /** {@inheritDoc} A refused schema and a broken rule may make three calls of one. */
  @Override
  public Duration callLimit(ScriptRequest request) {
    return options.google().timeout().multipliedBy(3).plusMinutes(1);
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
