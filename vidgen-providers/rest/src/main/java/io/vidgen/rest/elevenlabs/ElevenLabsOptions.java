package io.vidgen.rest.elevenlabs;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.rest.internal.elevenlabs.SettingsReader;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.Secret;
import io.vidgen.spi.VoiceGender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Choices for {@link ElevenLabsSpeechProvider} and {@link ElevenLabsClient}. Immutable. */
public final class ElevenLabsOptions {
  /** The vendor's own address. */
  public static final String DEFAULT_URL = "https://api.elevenlabs.io";

  /** The vendor's own default. */
  public static final String DEFAULT_MODEL = "eleven_multilingual_v2";

  /** "George", a voice of every account, as in the vendor's own examples (read 2026-09). */
  public static final String DEFAULT_VOICE = "JBFqnCBsd6RMkjVDRZzb";

  /** The vendor's own default; open to every plan. */
  public static final String DEFAULT_FORMAT = "mp3_44100_128";

  /** Whether numbers, dates and the like are written out before they are spoken. */
  public enum Normalization {
    /** The vendor decides. */
    AUTO,
    /** Always. */
    ON,
    /** Never. */
    OFF
  }

  private final ElevenLabsOptionsBuilder from;
  private final List<ElevenLabsDictionary> dictionaries;

  ElevenLabsOptions(ElevenLabsOptionsBuilder from) {
    this.from = from;
    this.dictionaries = List.copyOf(from.dictionaries);
  }

  /**
   * A builder that begins with the defaults.
   *
   * @param key the API key
   * @return the builder
   */
  public static ElevenLabsOptionsBuilder builder(Secret key) {
    return new ElevenLabsOptionsBuilder(key);
  }

  /**
   * Reads the key from {@code ELEVENLABS_API_KEY} and the rest from settings under {@code
   * vidgen.elevenlabs.}: {@code url}, {@code allow-http}, {@code model}, {@code voice}, {@code
   * voice-gender} ({@code female}, {@code male} or {@code neutral}), {@code stability}, {@code
   * similarity}, {@code style}, {@code speed}, {@code speaker-boost}, {@code format}, {@code seed},
   * {@code language-code}, {@code normalization}, {@code language-normalization}, {@code
   * dictionaries} ({@code id} or {@code id:version}, with commas between), {@code logging}, {@code
   * streaming}, {@code repair}, {@code part-length}, {@code concurrent}, {@code
   * requests-per-minute}, {@code timeout} and {@code usd-per-1000-characters}.
   *
   * @param config settings
   * @return the options
   * @throws io.vidgen.error.VidgenException if the key is missing or a setting makes no sense
   */
  public static ElevenLabsOptions from(ProviderConfig config) {
    return SettingsReader.read(config);
  }

  /**
   * The API key.
   *
   * @return the key
   */
  public Secret key() {
    return from.key;
  }

  /**
   * The vendor's address.
   *
   * @return {@link #DEFAULT_URL} by default
   */
  public URI url() {
    return from.url;
  }

  /**
   * Id of the model.
   *
   * @return {@link #DEFAULT_MODEL} by default
   */
  public String model() {
    return from.model;
  }

  /**
   * Id of the voice for requests that name none.
   *
   * @return {@link #DEFAULT_VOICE} by default
   */
  public String voice() {
    return from.voice;
  }

  /**
   * How the voice for requests that name none sounds, so that voices of other providers may stand
   * in for it.
   *
   * @return {@link VoiceGender#UNKNOWN} by default: then it is known of the vendor's own voices
   *     only
   */
  public VoiceGender voiceGender() {
    return from.voiceGender;
  }

  /**
   * How the voice speaks.
   *
   * @return {@link ElevenLabsVoiceSettings#AS_STORED} by default
   */
  public ElevenLabsVoiceSettings voiceSettings() {
    return from.voiceSettings;
  }

  /**
   * Format of a recording.
   *
   * @return {@link #DEFAULT_FORMAT} by default
   */
  public String format() {
    return from.format;
  }

  /**
   * Seed for speech that is nearly the same each time; {@code take} is added to it.
   *
   * @return 0 to 4294967295; empty by default
   */
  public Optional<Long> seed() {
    return Optional.ofNullable(from.seed);
  }

  /**
   * Whether models that take a language code get that of the request.
   *
   * @return true by default
   */
  public boolean languageCode() {
    return from.languageCode;
  }

  /**
   * Whether numbers are written out before they are spoken.
   *
   * @return {@link Normalization#AUTO} by default
   */
  public Normalization normalization() {
    return from.normalization;
  }

  /**
   * Whether Japanese is prepared for better pronunciation, which is slow.
   *
   * @return false by default
   */
  public boolean languageNormalization() {
    return from.languageNormalization;
  }

  /**
   * Pronunciation dictionaries, applied in order.
   *
   * @return 3 at most, none by default
   */
  public List<ElevenLabsDictionary> dictionaries() {
    return dictionaries;
  }

  /**
   * Whether the vendor may keep requests in its history.
   *
   * @return true by default
   */
  public boolean logging() {
    return from.logging;
  }

  /**
   * Whether speech is received while it is made.
   *
   * @return false by default
   */
  public boolean streaming() {
    return from.streaming;
  }

  /**
   * Whether the vendor's forced alignment, which costs money, is asked when the times that came
   * with the speech are broken.
   *
   * @return false by default
   */
  public boolean repair() {
    return from.repair;
  }

  /**
   * Longest text of one call; a longer one is spoken in parts.
   *
   * @return characters, 2,500 by default
   */
  public int partLength() {
    return from.partLength;
  }

  /**
   * Most calls at once, kept by all pipelines of this JVM together.
   *
   * @return 1 to 64; empty, the default, for what the vendor says that the plan allows
   */
  public Optional<Integer> concurrency() {
    return Optional.ofNullable(from.concurrency);
  }

  /**
   * Most requests in a minute, kept by all pipelines of this JVM together.
   *
   * @return 1 to 100,000; empty, the default, since the vendor counts calls at once
   */
  public Optional<Integer> requestsPerMinute() {
    return Optional.ofNullable(from.requestsPerMinute);
  }

  /**
   * How long one part may take.
   *
   * @return 240 seconds by default, as in the vendor's own clients
   */
  public Duration timeout() {
    return from.timeout;
  }

  /**
   * What 1,000 characters cost.
   *
   * @return the price of your plan; empty, the default, for the public price of the model
   */
  public Optional<Money> rate() {
    return Optional.ofNullable(from.rate);
  }

  /**
   * What models charge.
   *
   * @return by default the card of the jar, which is dated; {@link #rate} wins over it
   */
  public PriceCard prices() {
    return from.prices;
  }

  @Override
  public String toString() {
    return "ElevenLabsOptions[" + url() + ", " + model() + ", voice " + voice() + "]";
  }
}
