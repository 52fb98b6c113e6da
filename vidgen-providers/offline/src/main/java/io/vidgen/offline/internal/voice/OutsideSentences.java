package io.vidgen.offline.internal.voice;

import io.vidgen.audio.Resampler;
import io.vidgen.audio.Silences;
import io.vidgen.audio.WavReader;
import io.vidgen.audio.WavReader.Sound;
import io.vidgen.model.WordTiming;
import io.vidgen.offline.internal.audio.VoiceChain;
import io.vidgen.offline.internal.text.PauseAnchors;
import io.vidgen.offline.internal.voice.SpokenSentence.Span;
import io.vidgen.subtitle.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a recording of one sentence that another program made: trims it and times its words. */
final class OutsideSentences {
  private static final double EDGE = 0.010;

  private OutsideSentences() {}

  static SpokenSentence take(Sentence sentence, Path wav) throws IOException {
    Sound sound = WavReader.read(wav);
    Silences heard = Silences.of(sound.samples(), sound.rate());
    double origin = Math.max(0, heard.start() - EDGE);
    int from = (int) (origin * sound.rate());
    int to = Math.min(sound.samples().length, (int) ((heard.end() + EDGE) * sound.rate()));
    float[] cut = Arrays.copyOfRange(sound.samples(), from, Math.max(from, to));
    float[] speech = new Resampler(sound.rate(), VoiceChain.RATE).resample(cut);
    List<@Nullable Span> spans = new ArrayList<>();
    for (WordTiming word : PauseAnchors.time(sentence.words(), heard)) {
      spans.add(
          new Span(seconds(word.start()) - origin, seconds(word.end()) - origin, word.source()));
    }
    return new SpokenSentence(speech, spans);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
