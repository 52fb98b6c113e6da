package io.vidgen.offline.internal.voice;

import io.vidgen.audio.WavWriter;
import io.vidgen.error.Problem;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.spi.Work;
import io.vidgen.subtitle.ReadingSpeed;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** No voice at all: silence as long as it takes to read the text. */
public final class SilentSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "silent";

  private static final int RATE = 48_000;
  private static final Voice SILENCE = Voice.of("silence", VoiceGender.NEUTRAL);
  private static final Duration LEAD = Duration.ofMillis(50);
  private static final Duration TAIL = Duration.ofMillis(350);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "reading-speed-1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addFeatures(Capabilities.Feature.WORD_TIMINGS, Capabilities.Feature.LOCAL)
        .quality(1)
        .build();
  }

  @Override
  public List<Voice> voices() {
    return List.of(SILENCE);
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(SILENCE);
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    return SpeechChecks.check(request, Set.of(), false);
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return Duration.ofMillis(20);
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::call;
  }

  private SpeechResult call(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    SpeechChecks.require(check(request));
    Narrator.goOn(context);
    double pace = request.speed() == null ? 1 : request.speed();
    ReadingSpeed speed = new ReadingSpeed(ReadingSpeed.defaults().lettersPerSecond() * pace);
    List<WordTiming> words = speed.time(Words.split(request.text(), request.language()), LEAD);
    Duration length = words.get(words.size() - 1).end().plus(TAIL);
    Path file = context.workDirectory().resolve("narration.wav");
    try (WavWriter wav = new WavWriter(file, RATE)) {
      float[] silence = new float[RATE / 10];
      for (long left = length.toMillis() * (RATE / 1000); left > 0; left -= silence.length) {
        wav.write(silence, (int) Math.min(left, silence.length));
      }
    }
    return new SpeechResult(context.store(file, "audio/wav"), length, words);
  }
}
