package io.vidgen.rest.did;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Avatars of D-ID. The picture of a face becomes a talk, a presenter becomes a clip; either speaks
 * a text with one of D-ID's voices, or a recording. Pictures and recordings are uploaded first,
 * which is free; the one paid call follows. Safe for use by several threads.
 */
public final class DidAvatarProvider implements AvatarProvider {
  static final String ID = "d-id";

  private final DidOptions options;
  private final DidPrices prices;
  private final DidWork work;
  private final ProviderAccount account;

  /**
   * Makes the provider; connects to nothing.
   *
   * @param options key and choices
   */
  public DidAvatarProvider(DidOptions options) {
    this(options, InstantSource.system());
  }

  DidAvatarProvider(DidOptions options, InstantSource clock) {
    this.options = options;
    this.prices = new DidPrices(options, clock);
    this.account = ProviderAccount.of(ID, options.address(), options.key(), options.limits());
    this.work = new DidWork(options, prices, DidConnection.of(options), clock);
  }

  @Override
  public String id() {
    return ID;
  }

  /**
   * {@inheritDoc}
   *
   * @return every option that changes the video, in short
   */
  @Override
  public String model() {
    return DidModel.of(options);
  }

  @Override
  public Capabilities capabilities() {
    var all =
        Capabilities.builder()
            .addFeatures(Feature.SPEAKS_TEXT, Feature.SPEAKS_RECORDING, Feature.NATIVE_AUDIO)
            .maxTextLength(options.textLimit())
            .quality(85)
            .durations(Duration.ZERO, DidChecks.longest(options));
    if (options.product() != DidProduct.CLIPS) {
      all.addFeatures(Feature.FACE_PICTURE);
    }
    if (options.product() != DidProduct.TALKS) {
      all.addFeatures(Feature.PRESENTERS);
    }
    return all.build();
  }

  @Override
  public PriceCard priceCard() {
    return prices.card();
  }

  @Override
  public Price price(AvatarRequest request) {
    return prices.of(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return options.reconcile() ? SubmitSafety.RECONCILABLE : SubmitSafety.AT_MOST_ONCE;
  }

  @Override
  public List<Problem> check(AvatarRequest request) {
    return new DidChecks(options).of(request);
  }

  @Override
  public Duration expectedTime(AvatarRequest request) {
    var length = request.length();
    return length == null ? options.typicalTime() : options.typicalTime().plus(length);
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(account);
  }

  /**
   * {@inheritDoc} A submit is two uploads and the call that costs money, each of which may wait for
   * a place as long as it may take; a collect asks and downloads, if need be twice.
   */
  @Override
  public Duration callLimit(AvatarRequest request) {
    var submit = options.submitLimit().multipliedBy(6);
    var collect = options.askLimit().plus(options.downloadLimit()).multipliedBy(2);
    return (submit.compareTo(collect) > 0 ? submit : collect).plusMinutes(1);
  }

  @Override
  public LongRunningWork<AvatarRequest, ClipResult> work() {
    return work;
  }
}
