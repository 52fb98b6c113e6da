package io.vidgen.testkit;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hears what it was told to hear, every word for a quarter of a second, at once. A recogniser hears
 * the same in every sound; an aligner needs a known text and hears that. Deterministic.
 */
public final class FakeTranscriptionProvider implements TranscriptionProvider {
  /** Name of its one method in {@link #calls()}; the detail is the known text, or empty. */
  public static final String LISTEN = "listen";

  private static final Duration WORD = Duration.ofMillis(250);

  private final FakeCalls calls = new FakeCalls();
  private final String heard;
  private final Capabilities capabilities;
  private final @Nullable Money price;
  private final Locale language;

  private FakeTranscriptionProvider(
      String heard, Capabilities capabilities, @Nullable Money price, Locale language) {
    this.heard = heard;
    this.capabilities = capabilities;
    this.price = price;
    this.language = language;
  }

  /**
   * A free recogniser of every language.
   *
   * @param heard the words that it hears, separated by spaces
   * @return the provider
   */
  public static FakeTranscriptionProvider recogniser(String heard) {
    return new FakeTranscriptionProvider(heard, Capabilities.ANY, null, Locale.ENGLISH);
  }

  /**
   * A free aligner.
   *
   * @param languages BCP 47 tags of the languages that it knows; none for all
   * @return the provider
   */
  public static FakeTranscriptionProvider aligner(String... languages) {
    var able =
        Capabilities.builder().addLanguages(languages).addFeatures(Feature.KNOWN_TEXT).build();
    return new FakeTranscriptionProvider("", able, null, Locale.ENGLISH);
  }

  /**
   * The same for money, with calls of its own.
   *
   * @param price of a request
   * @return the new provider
   */
  public FakeTranscriptionProvider priced(Money price) {
    return new FakeTranscriptionProvider(heard, capabilities, price, language);
  }

  /**
   * The same for sounds in another language, with calls of its own.
   *
   * @param language what it hears unless a request says otherwise; at first English
   * @return the new provider
   */
  public FakeTranscriptionProvider hearing(Locale language) {
    return new FakeTranscriptionProvider(heard, capabilities, price, language);
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
    return isAligner() ? "fake-aligner" : "fake-recogniser";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public PriceCard priceCard() {
    return price == null ? PriceCard.free() : PriceCard.own(Rate.of(PriceUnit.REQUEST, price));
  }

  @Override
  public Price price(TranscriptionRequest request) {
    return price == null ? Price.free() : Price.exactly(price);
  }

  @Override
  public QuickWork<TranscriptionRequest, TranscriptionResult> work() {
    return (request, context) -> {
      var known = Objects.requireNonNullElse(request.knownText(), "");
      calls.enter(LISTEN, known, context);
      if (isAligner() && known.isBlank()) {
        throw new IllegalArgumentException("an aligner needs a known text");
      }
      var spoken = Objects.requireNonNullElse(request.language(), language);
      return new TranscriptionResult(spoken, words(isAligner() ? known : heard));
    };
  }

  private boolean isAligner() {
    return capabilities.has(Feature.KNOWN_TEXT);
  }

  private List<WordTiming> words(String text) {
    var source = isAligner() ? TimingSource.ALIGNED : TimingSource.RECOGNISED;
    var words = new ArrayList<WordTiming>();
    var time = Duration.ZERO;
    for (var word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(new WordTiming(word, time, time.plus(WORD), source));
        time = time.plus(WORD);
      }
    }
    return words;
  }
}
