package io.vidgen.rest.elevenlabs;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.rest.internal.elevenlabs.PremadeVoices;
import io.vidgen.rest.internal.elevenlabs.Speech;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Voices of ElevenLabs, with the times of their words where the vendor's can be believed. A text of
 * more than 2,500 characters (1,000 in Chinese, Japanese and Korean), or than the model takes, is
 * spoken in parts that are joined without a gap; each part is one paid call. When something fails
 * later, finished parts are kept as long as this provider lives, and the same request buys only the
 * rest; its failure says that money was spent. The vendor takes no idempotency key, so nothing is
 * ever sent again whose outcome is not known. Safe for use by several threads.
 */
public final class ElevenLabsSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "elevenlabs";

  /** Parts are longer than this many characters, so there are no more than the text has of them. */
  private static final int SHORT_PART = 500;

  private static final Duration TO_BEGIN = Duration.ofSeconds(2);

  private final Speech speech;
  private final PremadeVoices voices;
  private final Duration timeout;
  private final ProviderAccount account;

  private ElevenLabsSpeechProvider(ElevenLabsOptions options) {
    this.speech = new Speech(options);
    this.voices = new PremadeVoices(options);
    this.timeout = options.timeout();
    // The vendor publishes how many calls run at once by plan and by model.
    this.account =
        ProviderAccount.of(
            ID + "/" + options.model(),
            options.url(),
            options.key(),
            new AccountLimits(
                options.requestsPerMinute().orElse(0), options.concurrency().orElse(0)));
  }

  /**
   * Makes a provider; connects to nothing.
   *
   * @param options the choices
   * @return the provider
   */
  public static ElevenLabsSpeechProvider create(ElevenLabsOptions options) {
    return new ElevenLabsSpeechProvider(options);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return speech.model();
  }

  @Override
  public Capabilities capabilities() {
    return speech.capabilities();
  }

  @Override
  public List<Voice> voices() {
    return voices.voices();
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(voices.usual());
  }

  @Override
  public PriceCard priceCard() {
    return speech.card();
  }

  @Override
  public Price price(SpeechRequest request) {
    return speech.price(request);
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    return speech.check(request);
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return TO_BEGIN.plusMillis(10L * request.text().length());
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(account);
  }

  /** {@inheritDoc} Each part of a long text may wait for its turn as long as it may take. */
  @Override
  public Duration callLimit(SpeechRequest request) {
    long parts = 1L + request.text().length() / SHORT_PART;
    return timeout.multipliedBy(2 * parts).plusMinutes(1);
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) speech::speak;
  }
}
