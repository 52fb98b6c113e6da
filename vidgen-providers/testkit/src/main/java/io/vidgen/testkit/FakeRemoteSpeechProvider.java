package io.vidgen.testkit;

import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A paid voice that works at a {@link FakeVendor}: submitted, polled and collected. */
public final class FakeRemoteSpeechProvider implements SpeechProvider {
  /** Name of the only method in {@link #calls()}, submit; the detail is the text. */
  public static final String SUBMIT = "submit";

  private static final Money PRICE = Money.usd("0.10");
  private static final Voice VOICE = Voice.of("remote", VoiceGender.FEMALE);
  private static final Duration PER_WORD = Duration.ofMillis(300);

  private final FakeVendor vendor;
  private final SubmitSafety safety;
  private final Duration pollEvery;
  private final InstantSource clock;
  private final @Nullable ProviderAccount account;
  private final FakeCalls calls;

  private FakeRemoteSpeechProvider(
      FakeVendor vendor,
      SubmitSafety safety,
      Duration pollEvery,
      InstantSource clock,
      @Nullable ProviderAccount account,
      FakeCalls calls) {
    this.calls = calls;
    this.account = account;
    this.vendor = vendor;
    this.safety = safety;
    this.pollEvery = pollEvery;
    this.clock = clock;
  }

  /**
   * A voice that is polled every 5 s by the system's clock.
   *
   * @param vendor who does the work
   * @param safety {@link SubmitSafety#RECONCILABLE} lets attempts be found, {@link
   *     SubmitSafety#IDEMPOTENT_KEY} honours the attempt's id as key
   * @return the provider
   */
  public static FakeRemoteSpeechProvider of(FakeVendor vendor, SubmitSafety safety) {
    return new FakeRemoteSpeechProvider(
        vendor, safety, Duration.ofSeconds(5), InstantSource.system(), null, new FakeCalls());
  }

  /**
   * The same voice, polled at another pace and by another clock.
   *
   * @param every time between polls
   * @param clock what time it is
   * @return the new provider
   */
  public FakeRemoteSpeechProvider polled(Duration every, InstantSource clock) {
    return new FakeRemoteSpeechProvider(vendor, safety, every, clock, account, calls);
  }

  /**
   * The same voice, working with an account.
   *
   * @param limited its id and limits
   * @return the new provider
   */
  public FakeRemoteSpeechProvider account(ProviderAccount limited) {
    return new FakeRemoteSpeechProvider(vendor, safety, pollEvery, clock, limited, calls);
  }

  /**
   * What was submitted through this voice and those made from it.
   *
   * @return calls, failures and holds
   */
  public FakeCalls calls() {
    return calls;
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.ofNullable(account);
  }

  @Override
  public String id() {
    return "fake-remote-speech";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder().addFeatures(Feature.WORD_TIMINGS).build();
  }

  @Override
  public List<Voice> voices() {
    return List.of(VOICE);
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(VOICE);
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.REQUEST, PRICE));
  }

  @Override
  public Price price(SpeechRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public SubmitSafety submitSafety() {
    return safety;
  }

  @Override
  public LongRunningWork<SpeechRequest, SpeechResult> work() {
    return new Speaking();
  }

  private final class Speaking implements LongRunningWork<SpeechRequest, SpeechResult> {
    @Override
    public RemoteOperation submit(SpeechRequest request, CallContext context)
        throws IOException, InterruptedException {
      calls.enter(SUBMIT, request.text(), context);
      var hash = Integer.toHexString(request.hashCode());
      boolean keyed = safety == SubmitSafety.IDEMPOTENT_KEY;
      return operation(vendor.submit(context.attemptId(), hash, keyed));
    }

    @Override
    public Poll poll(RemoteOperation operation, CallContext context) {
      try {
        return vendor.poll(operation.id()) ? new Poll.Ready() : new Poll.Running(-1, pollEvery);
      } catch (FakeVendor.OperationFailed e) {
        return new Poll.Failed(e.failure());
      }
    }

    @Override
    public SpeechResult collect(
        RemoteOperation operation, SpeechRequest request, CallContext context) throws IOException {
      vendor.collect(operation.id());
      return FakeVoice.speak(request, PER_WORD, context);
    }

    @Override
    public Optional<RemoteOperation> find(String attemptId, SpeechRequest request)
        throws IOException {
      return vendor.find(attemptId).map(this::operation);
    }

    @Override
    public Duration firstPoll() {
      return pollEvery;
    }

    private RemoteOperation operation(String name) {
      return new RemoteOperation(id(), name, clock.instant(), Map.of());
    }
  }
}
