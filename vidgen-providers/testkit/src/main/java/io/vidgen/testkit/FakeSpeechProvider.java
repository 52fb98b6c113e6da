package io.vidgen.testkit;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A voice that answers at once with silence: every word takes the same time, and their times are
 * reported. Deterministic. By default free and for every language.
 */
public final class FakeSpeechProvider implements SpeechProvider {
  /** Name of its one method in {@link #calls()}; the detail is the text. */
  public static final String SPEAK = "speak";

  private final FakeCalls calls = new FakeCalls();
  private final Builder options;
  private final Capabilities capabilities;

  private FakeSpeechProvider(Builder options) {
    this.options = options;
    this.capabilities =
        Capabilities.builder()
            .addLanguages(options.languages)
            .addFeatures(options.timed ? new String[] {Feature.WORD_TIMINGS} : new String[0])
            .maxTextLength(options.maxTextLength)
            .quality(options.quality)
            .build();
  }

  /**
   * One with every default.
   *
   * @return the provider
   */
  public static FakeSpeechProvider create() {
    return builder().build();
  }

  /**
   * Starts with id {@code fake-speech}, model {@code 1}, 300 ms for a word, free.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What was asked, and what happens next.
   *
   * @return calls, failures and holds
   */
  public FakeCalls calls() {
    return calls;
  }

  @Override
  public String id() {
    return options.id;
  }

  @Override
  public String model() {
    return options.model;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public List<Voice> voices() {
    return options.voices;
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return options.voices.stream().filter(voice -> voice.speaks(language)).findFirst();
  }

  @Override
  public PriceCard priceCard() {
    var price = options.price;
    return price == null ? PriceCard.free() : PriceCard.own(Rate.of(PriceUnit.REQUEST, price));
  }

  @Override
  public Price price(SpeechRequest request) {
    return options.price == null ? Price.free() : Price.exactly(options.price);
  }

  @Override
  public SubmitSafety submitSafety() {
    return options.safety;
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return options.expected;
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.ofNullable(options.account);
  }

  @Override
  public QuickWork<SpeechRequest, SpeechResult> work() {
    return (request, context) -> {
      calls.enter(SPEAK, request.text(), context);
      var spoken = FakeVoice.speak(request, options.perWord, context);
      return options.timed
          ? spoken
          : new SpeechResult(spoken.audio(), spoken.duration(), List.of());
    };
  }

  /** Builds such a provider. */
  public static final class Builder {
    private String id = "fake-speech";
    private String model = "1";
    private String[] languages = {};
    private Duration perWord = Duration.ofMillis(300);
    private @Nullable Money price;
    private @Nullable ProviderAccount account;
    private SubmitSafety safety = SubmitSafety.AT_MOST_ONCE;
    private boolean timed = true;
    private int maxTextLength;
    private List<Voice> voices = List.of(Voice.of("fake", VoiceGender.NEUTRAL));
    private int quality;
    private Duration expected = Duration.ofSeconds(1);

    private Builder() {}

    /**
     * Sets the id.
     *
     * @param id lower-case letters, digits and hyphens
     * @return this
     */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /**
     * Sets the model, which is part of every fingerprint.
     *
     * @param model not blank
     * @return this
     */
    public Builder model(String model) {
      this.model = model;
      return this;
    }

    /**
     * Sets the only languages that it speaks.
     *
     * @param tags BCP 47 tags; none for all
     * @return this
     */
    public Builder languages(String... tags) {
      this.languages = tags.clone();
      return this;
    }

    /**
     * Sets how long each word takes.
     *
     * @param perWord more than zero
     * @return this
     */
    public Builder perWord(Duration perWord) {
      this.perWord = perWord;
      return this;
    }

    /**
     * Lets each request cost money.
     *
     * @param price the price of a request
     * @return this
     */
    public Builder price(Money price) {
      this.price = price;
      return this;
    }

    /**
     * Lets it work with an account.
     *
     * @param account its id and limits
     * @return this
     */
    public Builder account(ProviderAccount account) {
      this.account = account;
      return this;
    }

    /**
     * Sets what may be done when an outcome is unknown.
     *
     * @param safety default at most once
     * @return this
     */
    public Builder safety(SubmitSafety safety) {
      this.safety = safety;
      return this;
    }

    /**
     * Keeps the times of words to itself.
     *
     * @return this
     */
    public Builder untimed() {
      this.timed = false;
      return this;
    }

    /**
     * Limits the text of one request.
     *
     * @param characters 1 or more; 0, the default, for no limit
     * @return this
     */
    public Builder maxTextLength(int characters) {
      this.maxTextLength = characters;
      return this;
    }

    /**
     * Sets the voices that it tells of. It takes any name all the same.
     *
     * @param voices the voices, the default of each language before the others; by default a
     *     neutral one for all, so that fakes stand in for each other
     * @return this
     */
    public Builder voices(Voice... voices) {
      this.voices = List.of(voices);
      return this;
    }

    /**
     * Sets how good it is said to be.
     *
     * @param points 0 to 100; default 0 for unknown
     * @return this
     */
    public Builder quality(int points) {
      this.quality = points;
      return this;
    }

    /**
     * Sets how long it is said to take.
     *
     * @param time at least a millisecond; default a second
     * @return this
     */
    public Builder expectedTime(Duration time) {
      this.expected = time;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the provider
     */
    public FakeSpeechProvider build() {
      return new FakeSpeechProvider(this);
    }
  }
}
