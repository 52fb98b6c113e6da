package io.vidgen.sandbox.internal.speech;

import io.vidgen.audio.WavReader;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Heard;
import io.vidgen.sandbox.SpokenAudio;
import io.vidgen.sandbox.internal.media.MediaTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows recordings by their envelopes. */
public final class SpeechRegister implements SpokenAudio {
  /** Two readings of different texts stay below 0.7; another encoding stays above 0.95. */
  private static final double ALIKE = 0.85;

  private static final double WORTH_A_CLOSER_LOOK = 0.7;
  private static final double LENGTH_TOLERANCE = 0.15;
  private static final int SHORTEST_SLACK = 20;

  /** How far the beginnings of speech may be apart: 0.5 s. */
  private static final int REACH = 50;

  private static final int MOST_RECORDINGS = 20_000;

  private record Known(Envelope envelope, List<WordTiming> words, String language) {}

  private record Match(Known known, int offset, double likeness) {}

  private final MediaTool media;
  private final Deque<Known> recordings = new ArrayDeque<>();

  /** An empty register. */
  public SpeechRegister(MediaTool media) {
    this.media = media;
  }

  @Override
  public void register(Path audio, List<WordTiming> words, String language)
      throws IOException, InterruptedException {
    add(media.decode(audio), words, language);
  }

  /** Adds a WAV file as it is. */
  public void add(Path wav, List<WordTiming> words, String language) throws IOException {
    var sound = WavReader.read(wav);
    var known = new Known(Envelope.of(sound.samples(), sound.rate()), List.copyOf(words), language);
    synchronized (recordings) {
      if (recordings.size() == MOST_RECORDINGS) {
        recordings.removeFirst();
      }
      recordings.addLast(known);
    }
  }

  @Override
  public Optional<Heard> hear(Path audio) throws IOException, InterruptedException {
    var sound = WavReader.read(media.decode(audio));
    var envelope = Envelope.of(sound.samples(), sound.rate());
    double seconds = sound.samples().length / (double) sound.rate();
    var duration = Duration.ofMillis(Math.round(seconds * 1000));
    List<Known> all;
    synchronized (recordings) {
      all = List.copyOf(recordings);
    }
    Match best = null;
    for (Known known : all) {
      var match = compare(known, envelope);
      if (match.isPresent() && (best == null || match.get().likeness() > best.likeness())) {
        best = match.get();
      }
    }
    return Optional.ofNullable(best).map(match -> heard(match, duration));
  }

  private static Optional<Match> compare(Known known, Envelope heard) {
    var mine = known.envelope();
    int difference = Math.abs(mine.active() - heard.active());
    if (mine.active() == 0 || difference > SHORTEST_SLACK + LENGTH_TOLERANCE * mine.active()) {
      return Optional.empty();
    }
    int middle = heard.first() - mine.first();
    int coarse = best(mine, heard, middle, REACH, Envelope.COARSE);
    if (mine.likeness(heard, coarse, Envelope.COARSE) < WORTH_A_CLOSER_LOOK) {
      return Optional.empty();
    }
    int offset = best(mine, heard, coarse, Envelope.COARSE, 1);
    double likeness = mine.likeness(heard, offset, 1);
    return likeness < ALIKE ? Optional.empty() : Optional.of(new Match(known, offset, likeness));
  }

  private static int best(Envelope mine, Envelope heard, int middle, int reach, int stride) {
    int best = middle;
    double highest = -1;
    for (int offset = middle - reach; offset <= middle + reach; offset += stride) {
      double likeness = mine.likeness(heard, offset, stride);
      if (likeness > highest) {
        highest = likeness;
        best = offset;
      }
    }
    return best;
  }

  private static Heard heard(Match match, Duration duration) {
    var shift = Duration.ofMillis(Math.round(match.offset() * Envelope.STEP * 1000));
    var words = new ArrayList<WordTiming>();
    for (WordTiming word : match.known().words()) {
      var start = clamp(word.start().plus(shift), duration);
      var end = clamp(word.end().plus(shift), duration);
      if (end.compareTo(start) > 0) {
        words.add(new WordTiming(word.text(), start, end, word.source()));
      }
    }
    var text = words.stream().map(WordTiming::text).collect(Collectors.joining(" "));
    return new Heard(words, text, match.known().language(), duration, match.likeness());
  }

  private static Duration clamp(Duration time, Duration end) {
    return time.isNegative() ? Duration.ZERO : time.compareTo(end) > 0 ? end : time;
  }
}
