package io.vidgen.testkit;

import io.vidgen.error.Problem;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.VideoProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A paid maker of clips at a {@link FakeVendor}: 0.10 USD a second by default. It keeps its videos
 * for a while and extends them; the result is the whole video so far. A prompt with {@link
 * #FILTERED} in it is refused once the work has begun, and costs nothing.
 */
public final class FakeVideoProvider implements VideoProvider {
  /** In a prompt: its clip is filtered, however often it is asked for. */
  public static final String FILTERED = "[filtered]";

  /** In a prompt: its clip is filtered the first time, and made when it is asked for again. */
  public static final String FILTERED_ONCE = "[filtered once]";

  /** UTF-16 units that a prompt may have. */
  public static final int MAX_PROMPT = 4000;

  /** What Veo 3.1 can do. */
  public static final ClipLimits LIMITS =
      ClipLimits.builder()
          .lengths(List.of(Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(4)))
          .extensions(Duration.ofSeconds(7), 20, Duration.ofSeconds(148))
          .maxReferences(3)
          .firstFrame(true)
          .lastFrame(true)
          .retention(Duration.ofDays(2))
          .build();

  private static final Money SECOND = Money.usd("0.10");

  private final FakeVendor vendor;
  private final Settings settings;
  private final List<ClipRequest> requests = new CopyOnWriteArrayList<>();

  private record Settings(
      String id,
      SubmitSafety safety,
      Duration every,
      InstantSource clock,
      Capabilities able,
      ClipLimits limits,
      String model,
      Money second,
      List<VideoProvider> tiers) {}

  private FakeVideoProvider(FakeVendor vendor, Settings settings) {
    this.vendor = vendor;
    this.settings = settings;
  }

  /**
   * One that is polled every 5 s by the system's clock, makes 720x1280 and 1280x720 with sound, and
   * has the {@link #LIMITS}.
   *
   * @param vendor who does the work
   * @param safety {@link SubmitSafety#RECONCILABLE} lets attempts be found, {@link
   *     SubmitSafety#IDEMPOTENT_KEY} honours the attempt's id as key
   * @return the provider
   */
  public static FakeVideoProvider of(FakeVendor vendor, SubmitSafety safety) {
    var able =
        Capabilities.builder()
            .addFeatures(Feature.NATIVE_AUDIO, Feature.REFERENCES)
            .formats(List.of(new VideoFormat(1280, 720), new VideoFormat(720, 1280)))
            .build();
    return new FakeVideoProvider(
        vendor,
        new Settings(
            "fake-video",
            safety,
            Duration.ofSeconds(5),
            InstantSource.system(),
            able,
            LIMITS,
            "1",
            SECOND,
            List.of()));
  }

  /**
   * The same, polled at another pace and by another clock, by which videos expire too.
   *
   * @param every time between polls
   * @param clock what time it is
   * @return the new provider
   */
  public FakeVideoProvider polled(Duration every, InstantSource clock) {
    return with(
        new Settings(
            id(),
            settings.safety,
            every,
            clock,
            settings.able,
            settings.limits,
            model(),
            settings.second,
            tiers()));
  }

  /**
   * The same, with other abilities.
   *
   * @param able what it can do
   * @return the new provider
   */
  public FakeVideoProvider able(Capabilities able) {
    return with(
        new Settings(
            id(),
            settings.safety,
            settings.every,
            settings.clock,
            able,
            settings.limits,
            model(),
            settings.second,
            tiers()));
  }

  /**
   * The same, with other limits.
   *
   * @param limits what clips it makes
   * @return the new provider
   */
  public FakeVideoProvider limited(ClipLimits limits) {
    return with(
        new Settings(
            id(),
            settings.safety,
            settings.every,
            settings.clock,
            settings.able,
            limits,
            model(),
            settings.second,
            tiers()));
  }

  /**
   * The same under another name.
   *
   * @param id lower-case letters, digits and hyphens
   * @return the new provider
   */
  public FakeVideoProvider named(String id) {
    return with(
        new Settings(
            id,
            settings.safety,
            settings.every,
            settings.clock,
            settings.able,
            settings.limits,
            model(),
            settings.second,
            tiers()));
  }

  /**
   * The same with another model, at another price.
   *
   * @param model id of the model
   * @param second price of a second, 0.10 USD by default
   * @return the new provider
   */
  public FakeVideoProvider model(String model, Money second) {
    return with(
        new Settings(
            id(),
            settings.safety,
            settings.every,
            settings.clock,
            settings.able,
            settings.limits,
            model,
            second,
            tiers()));
  }

  /**
   * The same with cheaper models.
   *
   * @param tiers the dearest first
   * @return the new provider
   */
  public FakeVideoProvider tiers(FakeVideoProvider... tiers) {
    return with(
        new Settings(
            id(),
            settings.safety,
            settings.every,
            settings.clock,
            settings.able,
            settings.limits,
            model(),
            settings.second,
            List.of(tiers)));
  }

  private FakeVideoProvider with(Settings other) {
    return new FakeVideoProvider(vendor, other);
  }

  /**
   * What was submitted to this instance.
   *
   * @return the requests in the order in which they came, refused ones included
   */
  public List<ClipRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public String id() {
    return settings.id;
  }

  @Override
  public String model() {
    return settings.model;
  }

  @Override
  public Capabilities capabilities() {
    return settings.able;
  }

  @Override
  public ClipLimits limits() {
    return settings.limits;
  }

  @Override
  public List<VideoProvider> tiers() {
    return settings.tiers;
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.SECOND, settings.second));
  }

  @Override
  public Price price(ClipRequest request) {
    var seconds = BigDecimal.valueOf(request.duration().toMillis()).movePointLeft(3);
    return Price.exactly(settings.second.times(seconds));
  }

  @Override
  public List<Problem> check(ClipRequest request) {
    int length = request.prompt().length();
    return length <= MAX_PROMPT
        ? List.of()
        : List.of(
            Problem.error(
                "prompt", length + " characters are more than " + MAX_PROMPT, "shorten it"));
  }

  @Override
  public SubmitSafety submitSafety() {
    return settings.safety;
  }

  @Override
  public LongRunningWork<ClipRequest, ClipResult> work() {
    return new FakeFilming(
        id(),
        vendor,
        settings.safety,
        settings.every,
        settings.clock,
        settings.limits.retention(),
        requests::add);
  }
}
