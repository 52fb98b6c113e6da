package io.vidgen.google;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.client.GoogleCalls;
import io.vidgen.google.internal.client.GoogleErrors;
import io.vidgen.google.internal.image.ImageChecks;
import io.vidgen.google.internal.image.ImageModels;
import io.vidgen.google.internal.image.ImagePrices;
import io.vidgen.google.internal.image.ImageSettings;
import io.vidgen.google.internal.image.ImageWork;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Pictures by Nano Banana, Gemini's models that draw: id {@code nano-banana}. References keep
 * people and things the same from picture to picture. A picture has the ratio that is nearest to
 * the format, of those that the service makes; the composer cuts the rest.
 *
 * <p>Thread-safe; connects to nothing before the first call.
 */
public final class NanoBananaImageProvider implements ImageProvider {

  /** The model that is used when none is named, current in October 2026. */
  public static final String DEFAULT_MODEL = ImageModels.DEFAULT;

  static final String ID = "nano-banana";
  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);
  private static final Capabilities CAPABILITIES =
      Capabilities.builder().addFeatures(Capabilities.Feature.REFERENCES).build();

  private final GoogleOptions google;
  private final ImageSettings settings;
  private final ImageWork work;

  /**
   * Pictures by {@link #DEFAULT_MODEL}.
   *
   * @param google how Google is reached
   */
  public NanoBananaImageProvider(GoogleOptions google) {
    this(google, DEFAULT_MODEL);
  }

  /**
   * Pictures by a model.
   *
   * @param google how Google is reached
   * @param model id of the model, such as {@code gemini-2.5-flash-image}
   * @throws VidgenException if it is no id
   */
  public NanoBananaImageProvider(GoogleOptions google, String model) {
    this(google, new ImageSettings(ModelIds.checked(model), 0, null));
  }

  private NanoBananaImageProvider(GoogleOptions google, ImageSettings settings) {
    this.google = google;
    this.settings = settings;
    var unknown = "set vidgen.nano-banana.model to a current one: " + ImageModels.current();
    var calls = new GoogleCalls(ID, google, new GoogleErrors(unknown));
    this.work =
        new ImageWork(
            settings,
            (content, config, context) ->
                calls.generateContent(settings.model(), List.of(content), config, context));
  }

  /**
   * The same with one size for all pictures, instead of the smallest that fills the format.
   *
   * @param kilopixels 1, 2 or 4, for about 1,000, 2,000 or 4,000 pixels on a side
   * @return a new provider
   * @throws VidgenException if the model does not make the size
   */
  public NanoBananaImageProvider withSize(int kilopixels) {
    if (!Set.of(1, 2, 4).contains(kilopixels) || !settings.makes(kilopixels)) {
      throw VidgenException.invalid(
          "size",
          List.of(
              Problem.error(
                  "vidgen.nano-banana.size",
                  settings.model() + " does not make " + kilopixels + "K",
                  "use one of " + settings.sizes())));
    }
    return new NanoBananaImageProvider(
        google, new ImageSettings(settings.model(), kilopixels, settings.price()));
  }

  /**
   * The same with another price than that of the table, which is dated.
   *
   * @param picture price of a picture, everything included
   * @return a new provider
   */
  public NanoBananaImageProvider withPrice(Money picture) {
    return new NanoBananaImageProvider(
        google, new ImageSettings(settings.model(), settings.size(), picture));
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
