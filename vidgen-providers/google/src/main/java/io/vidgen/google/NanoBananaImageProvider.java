package io.vidgen.google;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.client.UnknownModel;
import io.vidgen.google.internal.image.ImageChecks;
import io.vidgen.google.internal.image.ImagePrices;
import io.vidgen.google.internal.image.ImageSettings;
import io.vidgen.google.internal.image.ImageWork;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Pictures by Nano Banana, Gemini's models that draw: id {@code nano-banana}. References keep
 * people and things the same from picture to picture. A picture has the ratio that is nearest to
 * the format, of those that the service makes; the composer cuts the rest.
 *
 * <p>Thread-safe; connects to nothing before the first call.
 */
public final class NanoBananaImageProvider implements ImageProvider {

  /** Id of this provider. */
  public static final String ID = "nano-banana";

  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);
  private static final Capabilities CAPABILITIES =
      Capabilities.builder().addFeatures(Capabilities.Feature.REFERENCES).quality(90).build();

  private final GoogleOptions google;
  private final ImageSettings settings;
  private final ImageWork work;
  private final ProviderAccount account;

  /**
   * Makes a provider; connects to nothing.
   *
   * @param options choices
   */
  public NanoBananaImageProvider(NanoBananaOptions options) {
    this.google = options.google();
    this.settings =
        new ImageSettings(
            options.model(),
            options.models(),
            options.size().orElse(0),
            options.prices(),
            options.price().orElse(null));
    var current = "set vidgen.nano-banana.model to a current one: " + NanoBananaModels.current();
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
        new ImageWork(
            settings,
            (content, config, context) ->
                calls.generateContent(options.model(), List.of(content), config, context));
  }

  @Override
  public String id() {
    return ID;
  }

  /** {@inheritDoc} With the size where one is set, since it makes other pictures. */
  @Override
  public String model() {
    return settings.size() == 0 ? settings.model() : settings.model() + ":" + settings.size() + "K";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public PriceCard priceCard() {
    return new ImagePrices(settings).card();
  }

  @Override
  public Price price(ImageRequest request) {
    return new ImagePrices(settings).of(request);
  }

  @Override
  public List<Problem> check(ImageRequest request) {
    return new ImageChecks(settings).check(request);
  }

  @Override
  public Duration expectedTime(ImageRequest request) {
    return Duration.ofSeconds(15L * settings.sizeFor(request.format()));
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(account);
  }

  @Override
  public Duration callLimit(ImageRequest request) {
    return google.timeout().plusMinutes(1);
  }

  @Override
  public Work<ImageRequest, ImageResult> work() {
    return (QuickWork<ImageRequest, ImageResult>) this::call;
  }

  private ImageResult call(ImageRequest request, CallContext context) {
    try {
      return work.call(request, context);
    } catch (VidgenException e) {
      throw e.in(PLACE);
    }
  }
}
