package io.vidgen.engine;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.testkit.FakeSpeechProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A paid voice that goes down when it meets a word, and speaks one text after the other on a
 * machine with one processor.
 */
final class MoodyVoice implements SpeechProvider {
  private static final Money PRICE = Money.usd("0.10");

  private final FakeSpeechProvider speech = FakeSpeechProvider.create();
  private final List<SpeechRequest> asked = new CopyOnWriteArrayList<>();
  private final List<SpeechRequest> spoken = new CopyOnWriteArrayList<>();
  private final String id;
  private final Capabilities able;
  private final List<Voice> voices;
  private volatile String dreaded = "\0";
  private volatile FailureKind failure = FailureKind.QUOTA;
  private volatile boolean down;

  MoodyVoice(String id, Voice... voices) {
    this(id, Capabilities.builder().addFeatures(Feature.LOCAL, Feature.WORD_TIMINGS), voices);
  }

  MoodyVoice(String id, Capabilities.Builder able, Voice... voices) {
    this.id = id;
    this.able = able.build();
    this.voices = List.of(voices);
  }

  /** From the first text with a word on it cannot serve. */
  void goesDownAt(String word, FailureKind kind) {
    dreaded = word;
    failure = kind;
  }

  void comesBack() {
    dreaded = "\0";
    down = false;
  }

  /** What it was asked, and refused or spoke. */
  List<SpeechRequest> asked() {
    return List.copyOf(asked);
  }

  List<String> texts() {
    return spoken.stream().map(SpeechRequest::text).toList();
  }

  List<SpeechRequest> spoken() {
    return List.copyOf(spoken);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return able;
  }

  @Override
  public List<Voice> voices() {
    return voices;
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return voices.stream().filter(voice -> voice.speaks(language)).findFirst();
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.CHARACTER, PRICE));
  }

  @Override
  public Price price(SpeechRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public QuickWork<SpeechRequest, SpeechResult> work() {
    return (request, context) -> {
      asked.add(request);
      down |= request.text().contains(dreaded);
      if (down) {
        throw VidgenException.of(failure, id + " is down", "");
      }
      spoken.add(request);
      var result = speech.work().call(request, context);
      return able.has(Feature.WORD_TIMINGS)
          ? result
          : new SpeechResult(result.audio(), result.duration(), List.of());
    };
  }
}
