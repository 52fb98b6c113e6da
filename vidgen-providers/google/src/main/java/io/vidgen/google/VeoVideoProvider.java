package io.vidgen.google;

import io.vidgen.error.Problem;
import io.vidgen.google.internal.veo.VeoAbilities;
import io.vidgen.google.internal.veo.VeoChecks;
import io.vidgen.google.internal.veo.VeoPlace;
import io.vidgen.google.internal.veo.VeoPrices;
import io.vidgen.google.internal.veo.VeoTiers;
import io.vidgen.google.internal.veo.VeoWork;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clips with sound by Google's Veo. A clip is submitted once, polled by the name of its operation
 * and fetched; what became of a submit whose answer was lost nobody can find out, since Google has
 * neither a key for repeats nor a list of operations that is documented to work. Safe for use by
 * several threads; needs no closing.
 */
public final class VeoVideoProvider implements VideoProvider {
  /** Id of this provider. */
  public static final String ID = "veo";

  private final VeoOptions options;
  private final VeoAbilities abilities;
  private final VeoChecks checks;
  private final VeoPrices prices;
  private final VeoWork work;
  private final ProviderAccount account;
  private final InstantSource clock;
  private @Nullable List<VideoProvider> tiers;

  /**
   * Makes a provider; connects to nothing.
   *
   * @param options choices
   */
  public VeoVideoProvider(VeoOptions options) {
    this(options, InstantSource.system());
  }

  VeoVideoProvider(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    this.abilities = new VeoAbilities(options);
    this.checks = new VeoChecks(options, clock);
    this.prices = new VeoPrices(options, clock);
    var calls = options.google().calls(ID, VeoPlace.remedy(options));
    this.account =
        options
            .google()
            .account(options.model(), options.limits().orElseGet(() -> published(options)));
    this.work = new VeoWork(options, calls, checks, clock);
  }

  /**
   * What is known of Google's limits: 50 requests a minute on the platform
   * (docs.cloud.google.com/vertex-ai/generative-ai/docs/models/veo); on the Gemini API, which shows
   * them in AI Studio only, 10 a minute of previews and 10 at once, as users report (2026-09).
   */
  private static AccountLimits published(VeoOptions options) {
    if (!options.google().isGoogle()) {
      return AccountLimits.UNKNOWN;
    }
    if (options.google().isPlatform()) {
      return new AccountLimits(50, 0);
    }
    return new AccountLimits(options.model().contains("preview") ? 10 : 0, 10);
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
    return abilities.capabilities();
  }

  @Override
  public ClipLimits limits() {
    return abilities.limits();
  }

  @Override
  public String extensionRemedy() {
    return abilities.extensionRemedy();
  }

  /**
   * The cheaper models of the same place, each at the price of the card: a price of a second that
   * the options name is that of their own model.
   */
  @Override
  public synchronized List<VideoProvider> tiers() {
    if (tiers == null) {
      tiers =
          new VeoTiers(options, clock)
              .models().stream()
                  .<VideoProvider>map(id -> new VeoVideoProvider(options.cheaper(id), clock))
                  .toList();
    }
    return tiers;
  }

  @Override
  public PriceCard priceCard() {
    return prices.card();
  }

  @Override
  public Price price(ClipRequest request) {
    return prices.of(request);
  }

  @Override
  public List<Problem> check(ClipRequest request) {
    return checks.of(request);
  }

  @Override
  public Duration expectedTime(ClipRequest request) {
    return abilities.expectedTime();
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(account);
  }

  @Override
  public Duration callLimit(ClipRequest request) {
    // A submit may wait for its turn as long as it may take; a fetch may take half an hour.
    return Duration.ofMinutes(31).plus(options.google().timeout().multipliedBy(2));
  }

  @Override
  public Work<ClipRequest, ClipResult> work() {
    return work;
  }

  @Override
  public String toString() {
    return "VeoVideoProvider[" + options + "]";
  }
}
