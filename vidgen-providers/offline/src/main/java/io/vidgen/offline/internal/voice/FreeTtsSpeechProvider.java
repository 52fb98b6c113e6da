package io.vidgen.offline.internal.voice;

import io.vidgen.audio.Resampler;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.offline.internal.audio.VoiceChain;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.spi.Work;
import io.vidgen.subtitle.Sentences;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * English, spoken inside the JVM. The voice is loaded by the first call and takes about 17 MB; it
 * speaks several hundred times faster than real time, so calls take turns.
 */
public final class FreeTtsSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "freetts";

  private static final Logger LOG = LoggerFactory.getLogger(FreeTtsSpeechProvider.class);
  private static final String DEFAULT_VOICE = "kevin";
  private static final double NORMAL_PITCH = 100;
  private static final Map<String, Double> PITCHES =
      Map.of(DEFAULT_VOICE, NORMAL_PITCH, "kevin-deep", 84.0, "kevin-bright", 122.0);

  private static final List<Voice> VOICES =
      Stream.of(DEFAULT_VOICE, "kevin-deep", "kevin-bright")
          .map(id -> Voice.of(id, VoiceGender.MALE))
          .toList();

  private final ReentrantLock turn = new ReentrantLock();
  private final Narrator narrator = new Narrator(true);
  private @Nullable KevinVoice kevin;
  private @Nullable Resampler resampler;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "kevin16-1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addLanguages("en")
        .addFeatures(Capabilities.Feature.WORD_TIMINGS, Capabilities.Feature.LOCAL)
        .quality(20)
        .build();
  }

  @Override
  public List<Voice> voices() {
    return VOICES;
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(VOICES.get(0)).filter(voice -> capabilities().speaks(language));
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    return SpeechChecks.check(request, PITCHES.keySet(), true);
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return Duration.ofMillis(50 + request.text().length());
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::call;
  }

  private SpeechResult call(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    SpeechChecks.require(check(request));
    turn.lockInterruptibly();
    try {
      long start = System.nanoTime();
      double pace = Objects.requireNonNullElse(request.speed(), 1.0);
      double pitch =
          PITCHES.getOrDefault(
              Objects.requireNonNullElse(request.voice(), DEFAULT_VOICE), NORMAL_PITCH);
      KevinSentences voice = new KevinSentences(voice(), resampler(), pace, pitch);
      SpeechResult result =
          narrator.narrate(
              request, Sentences.split(request.text(), request.language()), voice, context);
      LOG.debug(
          "spoke {} words, {} in {} ms",
          result.words().size(),
          result.duration(),
          (System.nanoTime() - start) / 1_000_000);
      return result;
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              "the voice could not speak this text: " + e,
              "write unusual words and symbols as they are spoken"),
          e);
    } finally {
      turn.unlock();
    }
  }

  private KevinVoice voice() {
    KevinVoice loaded = kevin;
    if (loaded == null) {
      loaded = new KevinVoice();
      kevin = loaded;
    }
    return loaded;
  }

  private Resampler resampler() {
    Resampler made = resampler;
    if (made == null) {
      made = new Resampler(KevinVoice.RATE, VoiceChain.RATE);
      resampler = made;
    }
    return made;
  }
}
