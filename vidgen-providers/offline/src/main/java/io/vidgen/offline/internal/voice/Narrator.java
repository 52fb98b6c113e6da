package io.vidgen.offline.internal.voice;

import io.vidgen.audio.WavWriter;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.offline.internal.audio.VoiceChain;
import io.vidgen.offline.internal.voice.SpokenSentence.Span;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins sentences to a narration: pauses, sound, file and the time of every word. */
final class Narrator {
  private static final Duration LEAD = Duration.ofMillis(50);
  private static final Duration TAIL = Duration.ofMillis(100);

  /** A narration is a whole number of milliseconds long, as its words' times are. */
  private static final int MILLISECOND = VoiceChain.RATE / 1000;

  /** How long a word is shown that cannot be spoken, when nothing else takes its time. */
  private static final double UNSPOKEN = 0.35;

  private final boolean bright;

  /**
   * A narrator.
   *
   * @param bright whether the voice is dull and wants presence
   */
  Narrator(boolean bright) {
    this.bright = bright;
  }

  /** Speaks the sentences of a request. */
  SpeechResult narrate(
      SpeechRequest request, List<Sentence> sentences, SentenceVoice voice, CallContext context)
      throws IOException, InterruptedException {
    double pace = request.speed() == null ? 1 : request.speed();
    Path file = context.workDirectory().resolve("narration.wav");
    List<WordTiming> words = new ArrayList<>();
    long length;
    try (WavWriter wav = new WavWriter(file, VoiceChain.RATE)) {
      VoiceChain chain = new VoiceChain(wav, bright);
      chain.silence(samples(LEAD, 1));
      for (int i = 0; i < sentences.size(); i++) {
        goOn(context);
        Sentence sentence = sentences.get(i);
        SpokenSentence spoken = voice.speak(sentence, context);
        double start = seconds(chain.position());
        chain.write(spoken.sound());
        boolean last = i + 1 == sentences.size();
        chain.silence(samples(last ? TAIL : sentence.pause(), last ? 1 : pace));
        addWords(sentence, spoken, start, seconds(chain.position()), words);
        context.progress((i + 1.0) / sentences.size());
      }
      chain.silence(-chain.position() % MILLISECOND + MILLISECOND);
      chain.finish();
      length = wav.samples();
    }
    Duration duration = Duration.ofNanos(length * 1_000_000_000 / VoiceChain.RATE);
    return new SpeechResult(context.store(file, "audio/wav"), duration, words);
  }

  /** Stops when nobody waits any more or the time is over. */
  static void goOn(CallContext context) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("narration was interrupted");
    }
    if (context.cancelled()) {
      throw VidgenException.of(FailureKind.CANCELLED, "the narration was cancelled", "");
    }
    if (context.timeLeft().isZero() || context.timeLeft().isNegative()) {
      throw VidgenException.of(
          FailureKind.TIMEOUT, "the narration took too long", "allow more time or use less text");
    }
  }

  private static void addWords(
      Sentence sentence, SpokenSentence spoken, double start, double end, List<WordTiming> words) {
    List<@Nullable Span> spans = spoken.words();
    double length = spoken.sound().length / (double) VoiceChain.RATE;
    int i = 0;
    while (i < spans.size()) {
      Span span = spans.get(i);
      if (span != null) {
        words.add(timing(sentence.words().get(i), start, span));
        i++;
        continue;
      }
      int to = i;
      while (to < spans.size() && spans.get(to) == null) {
        to++;
      }
      Span before = i == 0 ? null : spans.get(i - 1);
      Span after = to == spans.size() ? null : spans.get(to);
      double from = before == null ? endOfLast(words) - start : before.end();
      double limit = after == null ? Math.min(end - start, length + UNSPOKEN) : after.start();
      double share = Math.max(0, limit - from) / (to - i);
      for (int k = i; k < to; k++) {
        double at = from + (k - i) * share;
        Span guess = new Span(at, at + share, TimingSource.INTERPOLATED);
        words.add(timing(sentence.words().get(k), start, guess));
      }
      i = to;
    }
  }

  /** A picture sign in front of a sentence is shown in the pause before it. */
  private static double endOfLast(List<WordTiming> words) {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).end().toNanos() / 1e9;
  }

  private static WordTiming timing(String word, double offset, Span span) {
    return new WordTiming(
        word, millis(offset + span.start()), millis(offset + span.end()), span.source());
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static long samples(Duration time, double pace) {
    return Math.round(time.toNanos() / 1e9 / pace * VoiceChain.RATE);
  }

  private static double seconds(long samples) {
    return samples / (double) VoiceChain.RATE;
  }
}
