package io.vidgen.offline.internal.voice;

import io.vidgen.audio.Resampler;
import io.vidgen.model.TimingSource;
import io.vidgen.offline.internal.audio.VoiceChain;
import io.vidgen.offline.internal.voice.KevinVoice.SpokenToken;
import io.vidgen.offline.internal.voice.SpokenSentence.Span;
import io.vidgen.spi.CallContext;
import io.vidgen.subtitle.EnglishReader;
import io.vidgen.subtitle.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks sentences with kevin and lays the times of what he says back onto the shown words. */
final class KevinSentences implements SentenceVoice {
  private static final double BEFORE = 0.015;
  private static final double AFTER = 0.040;
  private static final double UNSPOKEN = 0.35;

  private final KevinVoice kevin;
  private final EnglishReader reader;
  private final Resampler resampler;
  private final double pace;
  private final double pitch;

  KevinSentences(KevinVoice kevin, Resampler resampler, double pace, double pitch) {
    this.kevin = kevin;
    this.reader = new EnglishReader(kevin::knows);
    this.resampler = resampler;
    this.pace = pace;
    this.pitch = pitch;
  }

  @Override
  public SpokenSentence speak(Sentence sentence, CallContext context) {
    List<SpokenToken> tokens = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    List<String> words = sentence.words();
    for (int i = 0; i < words.size(); i++) {
      List<String> said = reader.read(words.get(i));
      for (int k = 0; k < said.size(); k++) {
        boolean last = k + 1 == said.size();
        tokens.add(
            new SpokenToken(said.get(k), last ? EnglishReader.punctuation(words.get(i)) : ""));
        owners.add(i);
      }
    }
    Span[] spans = new Span[words.size()];
    if (tokens.isEmpty()) {
      int length = (int) (words.size() * UNSPOKEN * VoiceChain.RATE);
      return new SpokenSentence(new float[length], evenly(spans.length));
    }
    KevinVoice.Take take = kevin.speak(tokens, pace, pitch);
    double origin = Math.max(0, first(take.times()) - BEFORE);
    double end = last(take.times()) + AFTER;
    for (int k = 0; k < owners.size(); k++) {
      double[] time = take.times()[k];
      if (time != null) {
        int owner = owners.get(k);
        double start = spans[owner] == null ? time[0] - origin : spans[owner].start();
        spans[owner] = new Span(start, time[1] - origin, TimingSource.SYNTHESIS);
      }
    }
    float[] cut = cut(take.sound(), origin, end);
    return new SpokenSentence(resampler.resample(cut), Arrays.asList(spans));
  }

  private static float[] cut(float[] sound, double from, double to) {
    int start = (int) (from * KevinVoice.RATE);
    int end = Math.min(sound.length, (int) (to * KevinVoice.RATE));
    float[] cut = Arrays.copyOfRange(sound, start, Math.max(start, end));
    fade(cut, (int) (0.008 * KevinVoice.RATE), (int) (0.025 * KevinVoice.RATE));
    return cut;
  }

  private static void fade(float[] sound, int in, int out) {
    for (int i = 0; i < Math.min(in, sound.length); i++) {
      sound[i] *= (float) i / in;
    }
    for (int i = 0; i < Math.min(out, sound.length); i++) {
      sound[sound.length - 1 - i] *= (float) i / out;
    }
  }

  private static List<@Nullable Span> evenly(int count) {
    List<@Nullable Span> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(new Span(i * UNSPOKEN, (i + 1) * UNSPOKEN, TimingSource.INTERPOLATED));
    }
    return spans;
  }

  private static double first(double[] @Nullable [] times) {
    return Arrays.stream(times).filter(t -> t != null).mapToDouble(t -> t[0]).min().orElse(0);
  }

  private static double last(double[] @Nullable [] times) {
    return Arrays.stream(times).filter(t -> t != null).mapToDouble(t -> t[1]).max().orElse(0);
  }
}
