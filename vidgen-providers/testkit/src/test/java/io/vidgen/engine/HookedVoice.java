package io.vidgen.engine;

import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A voice at a vendor, with something that happens before each poll and each download.
 *
 * @param voice the voice
 * @param onPoll happens before a poll
 * @param onCollect happens before a download
 */
record HookedVoice(FakeRemoteSpeechProvider voice, Hook onPoll, Hook onCollect)
    implements SpeechProvider {

  /** What happens before a call. */
  interface Hook {
    void before(CallContext context) throws IOException;
  }

  @Override
  public String id() {
    return voice.id();
  }

  @Override
  public String model() {
    return voice.model();
  }

  @Override
  public Capabilities capabilities() {
    return voice.capabilities();
  }

  @Override
  public List<Voice> voices() {
    return voice.voices();
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return voice.defaultVoice(language);
  }

  @Override
  public PriceCard priceCard() {
    return voice.priceCard();
  }

  @Override
  public Price price(SpeechRequest request) {
    return voice.price(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return voice.submitSafety();
  }

  @Override
  public LongRunningWork<SpeechRequest, SpeechResult> work() {
    return new Hooked(voice.work());
  }

  private final class Hooked implements LongRunningWork<SpeechRequest, SpeechResult> {
    private final LongRunningWork<SpeechRequest, SpeechResult> work;

    Hooked(LongRunningWork<SpeechRequest, SpeechResult> work) {
      this.work = work;
    }

    @Override
    public RemoteOperation submit(SpeechRequest request, CallContext context)
        throws IOException, InterruptedException {
      return work.submit(request, context);
    }

    @Override
    public Poll poll(RemoteOperation operation, CallContext context)
        throws IOException, InterruptedException {
      onPoll.before(context);
      return work.poll(operation, context);
    }

    @Override
    public SpeechResult collect(
        RemoteOperation operation, SpeechRequest request, CallContext context)
        throws IOException, InterruptedException {
      onCollect.before(context);
      return work.collect(operation, request, context);
    }

    @Override
    public Duration firstPoll() {
      return work.firstPoll();
    }
  }
}
