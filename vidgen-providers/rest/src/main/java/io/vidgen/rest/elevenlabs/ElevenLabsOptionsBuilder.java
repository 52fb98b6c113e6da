package io.vidgen.rest.elevenlabs;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.rest.internal.elevenlabs.ServiceAddress;
import io.vidgen.rest.internal.elevenlabs.SoundFormat;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.PriceCards;
import io.vidgen.spi.Secret;
import io.vidgen.spi.VoiceGender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects choices for ElevenLabs. A choice out of range fails at its own line. */
public final class ElevenLabsOptionsBuilder {
  private static final long MOST_SEED = 4_294_967_295L;

  final Secret key;
  URI url = URI.create(ElevenLabsOptions.DEFAULT_URL);
  String model = ElevenLabsOptions.DEFAULT_MODEL;
  String voice = ElevenLabsOptions.DEFAULT_VOICE;
  VoiceGender voiceGender = VoiceGender.UNKNOWN;
  ElevenLabsVoiceSettings voiceSettings = ElevenLabsVoiceSettings.AS_STORED;
  String format = ElevenLabsOptions.DEFAULT_FORMAT;
  @Nullable Long seed;
  boolean languageCode = true;
  ElevenLabsOptions.Normalization normalization = ElevenLabsOptions.Normalization.AUTO;
  boolean languageNormalization;
  List<ElevenLabsDictionary> dictionaries = List.of();
  boolean logging = true;
  boolean streaming;
  boolean repair;
  int partLength = 2500;
  @Nullable Integer concurrency;
  @Nullable Integer requestsPerMinute;
  Duration timeout = Duration.ofMinutes(4);
  PriceCard prices =
      PriceCards.builtIn(ElevenLabsSpeechProvider.class, ElevenLabsSpeechProvider.ID);
  @Nullable Money rate;

  ElevenLabsOptionsBuilder(Secret key) {
    this.key = key;
  }

  private ElevenLabsOptionsBuilder(ElevenLabsOptionsBuilder other) {
    this.key = other.key;
    this.url = other.url;
    this.model = other.model;
    this.voice = other.voice;
    this.voiceGender = other.voiceGender;
    this.voiceSettings = other.voiceSettings;
    this.format = other.format;
    this.seed = other.seed;
    this.languageCode = other.languageCode;
    this.normalization = other.normalization;
    this.languageNormalization = other.languageNormalization;
    this.dictionaries = other.dictionaries;
    this.logging = other.logging;
    this.streaming = other.streaming;
    this.repair = other.repair;
    this.partLength = other.partLength;
    this.concurrency = other.concurrency;
    this.requestsPerMinute = other.requestsPerMinute;
    this.timeout = other.timeout;
    this.prices = other.prices;
    this.rate = other.rate;
  }

  /**
   * The vendor's address, such as that of a region. The key is sent there.
   *
   * @param address absolute, {@code https}, or {@code http} for a host that looks local; without
   *     user, query and fragment
   * @return this
   * @throws IllegalArgumentException if it is none of these
   */
  public ElevenLabsOptionsBuilder url(URI address) {
    return url(address, false);
  }

  /**
   * The vendor's address, or that of a gateway that has no certificate.
   *
   * @param address absolute, {@code http} or {@code https}; without user, query and fragment
   * @param allowHttp whether the key and the texts may be sent unencrypted to a host that does not
   *     look local
   * @return this
   * @throws IllegalArgumentException if it is none of these
   */
  public ElevenLabsOptionsBuilder url(URI address, boolean allowHttp) {
    this.url = ServiceAddress.checked(address, allowHttp);
    return this;
  }

  /**
   * The model.
   *
   * @param id such as {@code eleven_flash_v2_5} or {@code eleven_v3}
   * @return this
   */
  public ElevenLabsOptionsBuilder model(String id) {
    this.model = ElevenLabsValues.filled("the model", id);
    return this;
  }

  /**
   * The voice for requests that name none.
   *
   * @param id id of a voice, not its name
   * @return this
   */
  public ElevenLabsOptionsBuilder voice(String id) {
    this.voice = ElevenLabsValues.filled("the voice", id);
    return this;
  }

  /**
   * How the voice for requests that name none sounds.
   *
   * @param gender its gender; {@link VoiceGender#UNKNOWN}, the default, for what is known of it
   * @return this
   */
  public ElevenLabsOptionsBuilder voiceGender(VoiceGender gender) {
    this.voiceGender = gender;
    return this;
  }

  /**
   * How the voice speaks.
   *
   * @param settings the settings
   * @return this
   */
  public ElevenLabsOptionsBuilder voiceSettings(ElevenLabsVoiceSettings settings) {
    this.voiceSettings = settings;
    return this;
  }

  /**
   * Format of a recording: {@code mp3_*}, {@code opus_*}, {@code pcm_*} or {@code wav_*} as the
   * vendor lists them; PCM is stored as WAV. 192 kbit/s needs the Creator plan, 44.1 kHz PCM or WAV
   * the Pro plan. A text that is spoken in parts comes as PCM, so that its parts join exactly: at
   * the rate chosen here, or at 24 kHz for the other kinds.
   *
   * @param name such as {@code mp3_44100_128}
   * @return this
   * @throws IllegalArgumentException if there is no such format
   */
  public ElevenLabsOptionsBuilder format(String name) {
    this.format = SoundFormat.of(name).name();
    return this;
  }

  /**
   * Seed for speech that is nearly the same each time.
   *
   * @param number 0 to 4294967295; null, the default, for none
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ElevenLabsOptionsBuilder seed(@Nullable Long number) {
    this.seed = number == null ? null : ElevenLabsValues.range("seed", number, 0, MOST_SEED);
    return this;
  }

  /**
   * Whether models that take a language code get that of the request.
   *
   * @param send true by default
   * @return this
   */
  public ElevenLabsOptionsBuilder languageCode(boolean send) {
    this.languageCode = send;
    return this;
  }

  /**
   * Whether numbers are written out before they are spoken.
   *
   * @param choice {@link ElevenLabsOptions.Normalization#AUTO} by default
   * @return this
   */
  public ElevenLabsOptionsBuilder normalization(ElevenLabsOptions.Normalization choice) {
    this.normalization = choice;
    return this;
  }

  /**
   * Whether Japanese is prepared for better pronunciation, which is slow.
   *
   * @param prepare false by default
   * @return this
   */
  public ElevenLabsOptionsBuilder languageNormalization(boolean prepare) {
    this.languageNormalization = prepare;
    return this;
  }

  /**
   * Pronunciation dictionaries, applied in order.
   *
   * @param all 3 at most
   * @return this
   * @throws IllegalArgumentException if there are more
   */
  public ElevenLabsOptionsBuilder dictionaries(List<ElevenLabsDictionary> all) {
    if (all.size() > 3) {
      throw new IllegalArgumentException("3 dictionaries at most, not " + all.size());
    }
    this.dictionaries = List.copyOf(all);
    return this;
  }

  /**
   * Whether the vendor may keep requests in its history. False asks for zero retention, which only
   * enterprise plans have.
   *
   * @param keep true by default
   * @return this
   */
  public ElevenLabsOptionsBuilder logging(boolean keep) {
    this.logging = keep;
    return this;
  }

  /**
   * Whether speech is received while it is made: less memory, first byte sooner.
   *
   * @param stream false by default
   * @return this
   */
  public ElevenLabsOptionsBuilder streaming(boolean stream) {
    this.streaming = stream;
    return this;
  }

  /**
   * Whether the vendor's forced alignment is asked when the times that came with the speech are
   * broken. It costs money for each minute; without it such speech comes without times, and whoever
   * asked for it may align it.
   *
   * @param ask false by default
   * @return this
   */
  public ElevenLabsOptionsBuilder repair(boolean ask) {
    this.repair = ask;
    return this;
  }

  /**
   * Longest text of one call; a longer one is spoken in parts. Answers are held in memory, some 11
   * MB for 2,500 characters as samples; so the parts of texts in Chinese, Japanese and Korean,
   * which take longer to say, are 0.4 times as long, and those of more than 24,000 samples a second
   * shorter in proportion.
   *
   * @param characters 100 to 5,000; 2,500 by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ElevenLabsOptionsBuilder partLength(int characters) {
    this.partLength = (int) ElevenLabsValues.range("part length", characters, 100, 5000);
    return this;
  }

  /**
   * Most calls at once, whatever the vendor says that the plan allows.
   *
   * @param most 1 to 64
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ElevenLabsOptionsBuilder concurrency(int most) {
    this.concurrency = (int) ElevenLabsValues.range("concurrency", most, 1, 64);
    return this;
  }

  /**
   * Most requests in a minute.
   *
   * @param most 1 to 100,000; by default only calls at once are counted, as the vendor does
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ElevenLabsOptionsBuilder requestsPerMinute(int most) {
    if (most < 1 || most > AccountLimits.MOST) {
      throw new IllegalArgumentException("requests must be 1 to 100,000 a minute, not " + most);
    }
    this.requestsPerMinute = most;
    return this;
  }

  /**
   * How long one part may take.
   *
   * @param longest more than zero; 240 seconds by default
   * @return this
   * @throws IllegalArgumentException if it is not more than zero
   */
  public ElevenLabsOptionsBuilder timeout(Duration longest) {
    if (longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException("the timeout must be more than zero, not " + longest);
    }
    this.timeout = longest;
    return this;
  }

  /**
   * What 1,000 characters cost in your plan.
   *
   * @param per1000 the price
   * @return this
   */
  public ElevenLabsOptionsBuilder rate(Money per1000) {
    this.rate = per1000;
    return this;
  }

  /**
   * What models charge, in place of the card of the jar. The rate of your plan wins over it.
   *
   * @param card such as {@code options.prices().with(…)}
   * @return this
   * @throws IllegalArgumentException if it has no rate
   */
  public ElevenLabsOptionsBuilder prices(PriceCard card) {
    this.prices = card.requirePaid();
    return this;
  }

  /**
   * Finishes.
   *
   * @return the options
   */
  public ElevenLabsOptions build() {
    return new ElevenLabsOptions(new ElevenLabsOptionsBuilder(this));
  }
}
