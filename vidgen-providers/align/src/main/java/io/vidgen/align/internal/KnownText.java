package io.vidgen.align.internal;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.WordInterpolator;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what was heard into a time for every shown word, or refuses when it makes no sense. */
final class KnownText {
  /** A word that sounds less like itself was not said: right words are mostly between -4 and 1. */
  private static final double LEAST_FIT = -5;

  /** Words that sound like themselves: nine of ten in right texts, three of ten in wrong ones. */
  private static final double SURE_FIT = -3.3;

  private static final double LEAST_SURE = 0.55;

  /** How much of the found words must be loud, and of what is as loud as they are must be found. */
  private static final double LEAST_LOUD = 0.5;

  private static final double LEAST_COVERED = 0.35;

  /** A word shorter than this would only flash. */
  private static final Duration SHORTEST = Duration.ofMillis(60);

  private static final String REMEDY =
      "check that the text is what the recording says; word times can be interpolated instead";

  private final List<String> shown;
  private final boolean[] sayable;
  private final Features features;

  /**
   * A text over a recording.
   *
   * @param sayable by shown word: whether it has a sound
   */
  KnownText(List<String> shown, boolean[] sayable, Features features) {
    this.shown = shown;
    this.sayable = sayable;
    this.features = features;
  }

  /** One time for each shown word, in order, not overlapping. */
  List<WordTiming> time(List<Heard> heard) {
    var found = new @Nullable WordTiming[shown.size()];
    int[] places = places();
    int sure = 0;
    int loud = 0;
    int frames = 0;
    var words = new BitSet(features.count());
    for (var word : heard) {
      if (word.fit() >= LEAST_FIT) {
        int place = places[word.word()];
        found[place] =
            new WordTiming(
                shown.get(place), at(word.start()), at(word.end()), TimingSource.ALIGNED);
        sure += word.fit() >= SURE_FIT ? 1 : 0;
        frames += word.end() - word.start();
        loud += loud(word.start(), word.end());
        words.set(word.start(), word.end());
      }
    }
    if (sure == 0 || sure < places.length * LEAST_SURE) {
      throw refused(sure + " of " + places.length + " words were found in the recording");
    }
    if (loud < frames * LEAST_LOUD) {
      throw refused("the words were found where the recording is silent");
    }
    if (covered(words) < LEAST_COVERED) {
      throw refused("most of what the recording says is not in the text");
    }
    fill(found);
    return Arrays.stream(found).map(Objects::requireNonNull).toList();
  }

  private int[] places() {
    int[] places = new int[shown.size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (sayable[i]) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private int loud(int from, int to) {
    int loud = 0;
    for (int frame = from; frame < to; frame++) {
      loud += features.isLoud(frame) ? 1 : 0;
    }
    return loud;
  }

  /**
   * How much of what is as loud as the words is in them: wind, waves and music go on after them.
   */
  private double covered(BitSet words) {
    double least = features.speechLevel(words);
    long within = words.stream().filter(frame -> features.level(frame) >= least).count();
    long all = 0;
    for (int frame = 0; frame < features.count(); frame++) {
      all += features.level(frame) >= least ? 1 : 0;
    }
    return within / (double) Math.max(1, all);
  }

  private static Duration at(int frame) {
    return Duration.ofMillis(frame * Features.FRAME_MILLIS);
  }

  /** Lost words share the room between those that were found. */
  private void fill(@Nullable WordTiming[] found) {
    int from = 0;
    while (from < found.length) {
      if (found[from] != null) {
        from++;
        continue;
      }
      int to = from;
      while (to < found.length && found[to] == null) {
        to++;
      }
      spread(found, from, to);
      from = to;
    }
  }

  private void spread(@Nullable WordTiming[] found, int from, int to) {
    var before = from == 0 ? null : found[from - 1];
    var after = to == found.length ? null : found[to];
    Duration start = before == null ? edge(true) : before.end();
    Duration end = after == null ? edge(false) : after.start();
    var room = SHORTEST.multipliedBy(to - from);
    if (end.minus(start).compareTo(room) < 0 && before != null) {
      start = middle(before.start(), start);
      found[from - 1] = ending(before, start);
    }
    if (end.minus(start).compareTo(room) < 0 && after != null) {
      end = middle(end, after.end());
      found[to] = starting(after, end);
    }
    end = end.compareTo(start) < 0 ? start : end;
    int i = from;
    for (var word : WordInterpolator.spread(shown.subList(from, to), start, end)) {
      found[i++] = word;
    }
  }

  /** Where the sound begins or ends. */
  private Duration edge(boolean first) {
    int count = features.count();
    for (int i = 0; i < count; i++) {
      int frame = first ? i : count - 1 - i;
      if (features.isLoud(frame)) {
        return at(first ? frame : frame + 1);
      }
    }
    return Duration.ZERO;
  }

  private static Duration middle(Duration a, Duration b) {
    return a.plus(b).dividedBy(2);
  }

  private static WordTiming ending(WordTiming word, Duration end) {
    return new WordTiming(word.text(), word.start(), end, word.source());
  }

  private static WordTiming starting(WordTiming word, Duration start) {
    return new WordTiming(word.text(), start, word.end(), word.source());
  }

  private static VidgenException refused(String what) {
    return VidgenException.of(FailureKind.LOCAL, what, REMEDY);
  }
}
