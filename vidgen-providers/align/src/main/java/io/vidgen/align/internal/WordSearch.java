package io.vidgen.align.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most likely way of a recording through the words of its text (Viterbi's algorithm), for
 * the whole recording at once and in memory that grows with the text alone. Words may be missing
 * and other sounds may come between them, both at a price, so that one mistake in the text does not
 * spoil the rest.
 */
final class WordSearch {
  private static final float NEVER = Float.NEGATIVE_INFINITY;

  /** Logarithm of leaving out a word. */
  private static final float SKIP = -80;

  /** Logarithm of a frame of any other sound, against the best phone of any kind. */
  private static final float OTHER = -4.5f;

  private static final float BEGIN_SILENCE = -2;
  private static final float BEGIN_OTHER = -20;

  /** Ways that much worse than the best are given up. */
  private static final float BEAM = 900;

  private final WordGraph graph;
  private final float[] scores;
  private final float[] entries;
  private final int[] begins;
  private final @Nullable Heard[] past;

  /** By word: the best way to its silence, and to itself. One more after the last word. */
  private final float[] toSilence;

  private final float[] toWord;
  private final @Nullable Heard[] pastOfSilence;
  private final @Nullable Heard[] pastOfWord;
  private int low;
  private int high;
  private float best;

  WordSearch(WordGraph graph) {
    this.graph = graph;
    int states = graph.senones.length;
    int words = graph.words();
    this.scores = new float[states];
    this.entries = new float[states];
    this.begins = new int[states];
    this.past = new Heard[states];
    this.toSilence = new float[words + 1];
    this.toWord = new float[words + 1];
    this.pastOfSilence = new Heard[words + 1];
    this.pastOfWord = new Heard[words + 1];
    Arrays.fill(scores, NEVER);
    Arrays.fill(toSilence, NEVER);
    Arrays.fill(toWord, NEVER);
    toSilence[0] = 0;
    best = 0;
    spread(0);
  }

  List<Heard> run(Features features, AcousticModel model, CallGuard guard)
      throws InterruptedException {
    var scorer = new FrameScorer(model);
    var values = new float[AcousticModel.STREAMS * AcousticModel.STREAM_SIZE];
    for (int frame = 0; frame < features.count(); frame++) {
      guard.check(frame);
      if (frame % 512 == 0) {
        guard.progress((double) frame / features.count());
      }
      features.read(frame, values);
      scorer.next(values);
      advance(frame, scorer);
      spread(frame + 1);
    }
    return path();
  }

  private void advance(int frame, FrameScorer scorer) {
    best = NEVER;
    for (int word = low; word <= high; word++) {
      int from = graph.starts[word];
      int words = from + WordGraph.BETWEEN;
      int to = word == graph.words() ? words : graph.starts[word + 1];
      for (int state = to - 1; state >= from; state--) {
        boolean between = state < words;
        move(state, word, between, frame);
        if (scores[state] > NEVER) {
          int senone = graph.senones[state];
          scores[state] += senone == WordGraph.OTHER_SOUND ? OTHER : scorer.score(senone);
          best = Math.max(best, scores[state]);
        }
      }
    }
  }

  /** From what the last frame left: stay, come from the state before, or enter from outside. */
  private void move(int state, int word, boolean between, int frame) {
    float stay = scores[state] + graph.stays[state];
    boolean first = graph.steps[state] == NEVER;
    if (!first) {
      float step = scores[state - 1] + graph.steps[state];
      if (step > stay) {
        scores[state] = step;
        entries[state] = entries[state - 1];
        begins[state] = begins[state - 1];
        past[state] = past[state - 1];
        return;
      }
    } else {
      float price = graph.senones[state] == WordGraph.OTHER_SOUND ? BEGIN_OTHER : BEGIN_SILENCE;
      float enter = between ? toSilence[word] + price : toWord[word];
      if (enter > stay) {
        scores[state] = enter;
        entries[state] = enter;
        begins[state] = frame;
        past[state] = between ? pastOfSilence[word] : pastOfWord[word];
        return;
      }
    }
    scores[state] = stay;
  }

  /** What can be entered at the next frame; gives up what is far behind. */
  private void spread(int frame) {
    float least = best - BEAM;
    int words = graph.words();
    int newLow = Integer.MAX_VALUE;
    int newHigh = -1;
    float carried = frame == 0 ? 0 : NEVER;
    Heard carriedPast = null;
    for (int word = low; word <= words; word++) {
      int from = graph.starts[word];
      int ways = from + WordGraph.BETWEEN;
      boolean searched = frame > 0 && word <= high;
      toSilence[word] = carried;
      pastOfSilence[word] = carriedPast;
      toWord[word] = carried;
      pastOfWord[word] = carriedPast;
      boolean alive = carried > least;
      carried = NEVER;
      if (searched) {
        alive |= prune(from, word == words ? ways : graph.starts[word + 1], least);
        leave(word, ways - 2);
        leave(word, ways - 1);
      }
      if (word < words) {
        carried = toWord[word] + SKIP;
        carriedPast = pastOfWord[word];
        for (int state = ways; searched && state < graph.starts[word + 1]; state++) {
          float leaving = scores[state] + graph.leaves[state];
          if (leaving > carried && leaving > least) {
            carried = leaving;
            float fit = (leaving - entries[state]) / (frame - begins[state]);
            carriedPast = new Heard(word, begins[state], frame, fit, past[state]);
          }
        }
      }
      if (alive) {
        newLow = Math.min(newLow, word);
        newHigh = word;
      } else if (word > high && carried <= least) {
        break;
      }
    }
    low = Math.min(newLow, words);
    high = Math.max(low, newHigh);
  }

  private void leave(int word, int state) {
    float leaving = scores[state] + graph.leaves[state];
    if (leaving > toWord[word]) {
      toWord[word] = leaving;
      pastOfWord[word] = past[state];
    }
  }

  private boolean prune(int from, int to, float least) {
    boolean alive = false;
    for (int state = from; state < to; state++) {
      if (scores[state] > least) {
        alive = true;
      } else {
        scores[state] = NEVER;
      }
    }
    return alive;
  }

  private List<Heard> path() {
    List<Heard> words = new ArrayList<>();
    if (high < graph.words()) {
      return words;
    }
    for (var word = pastOfWord[graph.words()]; word != null; word = word.before()) {
      words.add(word);
    }
    Collections.reverse(words);
    return words;
  }
}
