package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.time.InstantSource;
import java.util.List;

/** What the provider is made of. */
public final class Speech {
  /** More parts than this are a book. */
  private static final int MOST_PARTS = 40;

  private final ElevenLabsOptions options;
  private final Prices prices;
  private final Narration narration;

  /** Connects to nothing. */
  public Speech(ElevenLabsOptions options) {
    this.options = options;
    this.prices = new Prices(options, InstantSource.system());
    this.narration = new Narration(options, prices, Api.client(options));
  }

  /** The model, and a digest of all choices that can be heard. */
  public String model() {
    return SpeechKey.model(options);
  }

  /** From the table: planning asks nobody. */
  public Capabilities capabilities() {
    int part = Math.min(options.partLength(), ModelTable.limit(options.model()));
    return Capabilities.builder()
        .addLanguages(ModelTable.languages(options.model()))
        .addFeatures(Capabilities.Feature.WORD_TIMINGS)
        .maxTextLength(MOST_PARTS * part)
        .quality(95)
        .build();
  }

  /** What it charges. */
  public PriceCard card() {
    return prices.card();
  }

  /** What a text costs. */
  public Price price(SpeechRequest request) {
    return prices.price(request.text());
  }

  /** What is wrong with a request. */
  public List<Problem> check(SpeechRequest request) {
    return SpeechChecks.check(request);
  }

  /** Speaks. */
  public SpeechResult speak(SpeechRequest request, CallContext context) {
    var problems = check(request);
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("speech request", problems);
    }
    try {
      return narration.speak(request, context);
    } catch (VidgenException e) {
      throw e.in(new FailureContext(null, ElevenLabsSpeechProvider.ID, 0, null, 0));
    }
  }
}
