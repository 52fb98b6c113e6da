package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Groups timed words into captions that read well. Pure and deterministic; instances are immutable
 * and thread-safe.
 *
 * <p>Among all ways to cut the words it takes the cheapest: cues end at the end of a sentence or a
 * clause or at a pause rather than inside a phrase, no word stands alone unless it is a sentence,
 * cues are well filled and not too fast to read; lines are balanced. The words of all cues together
 * are the words given, in order; only a word that is far too long for its line (a sentence in
 * Chinese that came as one word, an address) is cut, its time shared by letters. Cues never
 * overlap.
 */
public final class CueSegmenter {

  private final CaptionOptions options;
  private final LineBreaker lines;

  /**
   * A segmenter.
   *
   * @param options how to group
   */
  public CueSegmenter(CaptionOptions options) {
    this.options = options;
    this.lines = new LineBreaker(options);
  }

  /**
   * Groups words into cues.
   *
   * @param words the words, ordered by their start
   * @param language the language of the words, kept in the track
   * @return the cues; none when there are no words
   * @throws IllegalArgumentException if a word starts before the one in front of it
   */
  public CaptionTrack segment(List<WordTiming> words, Locale language) {
    checkOrder(words);
    List<WordTiming> parts = cutLongWords(words, language);
    List<Cue> cues = new ArrayList<>();
    int from = 0;
    for (int end : cueEnds(parts)) {
      cues.add(cue(parts, from, end));
      from = end;
    }
    return CaptionTrack.of(cues, language);
  }

  private static void checkOrder(List<WordTiming> words) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).start().compareTo(words.get(i - 1).start()) < 0) {
        throw new IllegalArgumentException(
            "words must be ordered by start: word "
                + (i + 1)
                + " '"
                + words.get(i).text()
                + "' starts at "
                + words.get(i).start()
                + ", before the word in front of it");
      }
    }
  }

  private List<WordTiming> cutLongWords(List<WordTiming> words, Locale language) {
    LineWidth width = new LineWidth(options);
    List<WordTiming> out = new ArrayList<>(words.size());
    for (WordTiming word : words) {
      boolean unspaced = word.text().codePoints().anyMatch(Scripts::isUnspaced);
      int room = width.line() * (unspaced ? 1 : 2);
      if (width.of(word.text()) <= room) {
        out.add(word);
        continue;
      }
      List<String> pieces = new ArrayList<>();
      if (unspaced) {
        pieces.addAll(Words.split(word.text(), language));
      } else {
        Graphemes.cut(word.text(), options.lineCharacters(), pieces);
      }
      out.addAll(WordInterpolator.spread(pieces, word.start(), word.end(), word.source()));
    }
    return out;
  }

  /** The cheapest cuts, from the back: best[i] is the cost of everything from word i on. */
  private List<Integer> cueEnds(List<WordTiming> words) {
    int n = words.size();
    List<String> texts = words.stream().map(WordTiming::text).toList();
    CueCost cost = new CueCost(words, options);
    double[] best = new double[n + 1];
    int[] end = new int[n + 1];
    Arrays.fill(best, 0, n, Double.MAX_VALUE);
    for (int from = n - 1; from >= 0; from--) {
      int limit = limit(words, texts, from);
      for (int to = from + 1; to <= limit; to++) {
        double sum = cost.of(from, to) + best[to];
        if (sum < best[from]) {
          best[from] = sum;
          end[from] = to;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < n; i = end[i]) {
      ends.add(end[i]);
    }
    return ends;
  }

  /** The last index, exclusive, that a cue from {@code from} on may reach. */
  private int limit(List<WordTiming> words, List<String> texts, int from) {
    int limit = from + lines.fitting(texts, from);
    if (options.cueWords() > 0) {
      limit = Math.min(limit, from + options.cueWords());
    }
    for (int i = from + 1; i < limit; i++) {
      Duration gap = words.get(i).start().minus(words.get(i - 1).end());
      Duration length = words.get(i).end().minus(words.get(from).start());
      if (gap.compareTo(options.pause()) >= 0 || length.compareTo(options.maxDuration()) > 0) {
        return i;
      }
    }
    return limit;
  }

  private Cue cue(List<WordTiming> words, int from, int to) {
    List<WordTiming> own = words.subList(from, to);
    List<String> texts = own.stream().map(WordTiming::text).toList();
    Duration start = own.get(0).start();
    Duration spoken = start;
    int length = 0;
    for (WordTiming word : own) {
      spoken = max(spoken, word.end());
      length += LineWidth.readingLength(word.text());
    }
    Duration readable = Duration.ofMillis((long) Math.ceil(length * 1000 / options.readingSpeed()));
    Duration shown = max(options.minDuration(), min(readable, options.maxDuration()));
    Duration end = max(spoken, start.plus(shown));
    if (to < words.size()) {
      Duration next = words.get(to).start();
      if (next.minus(end).compareTo(options.bridge()) <= 0) {
        end = next;
      }
    }
    return new Cue(start, end, lines.lines(texts), own, "", "");
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
