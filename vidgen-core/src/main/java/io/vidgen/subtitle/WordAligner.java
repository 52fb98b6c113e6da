package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays the words that are shown over the words that were heard: the spelling of the script, the
 * times of the sound. Pure and deterministic.
 *
 * <p>Words match when they are equal without case, accents and punctuation, or nearly so ("colour",
 * "color"). What matches nothing takes the time of what was heard in its place ("20k" for "twenty
 * thousand") or the gap between its neighbours, shared by letters and punctuation and marked {@link
 * TimingSource#INTERPOLATED}. Chinese and other scripts without spaces are compared character by
 * character, so that both sides may be cut differently.
 */
public final class WordAligner {

  private WordAligner() {}

  /**
   * Aligns words whose sound is as long as what was heard.
   *
   * @param shown the words to show, none blank
   * @param heard the words with times, ordered by start
   * @return one timing per shown word, in order, not overlapping
   * @throws IllegalArgumentException if there are words to show but none was heard; use {@link
   *     WordInterpolator} then
   */
  public static List<WordTiming> align(List<String> shown, List<WordTiming> heard) {
    Duration end = Duration.ZERO;
    for (WordTiming word : heard) {
      end = word.end().compareTo(end) > 0 ? word.end() : end;
    }
    return align(shown, heard, Duration.ZERO, end);
  }

  /**
   * Aligns words inside a known stretch of sound.
   *
   * @param shown the words to show, none blank
   * @param heard the words with times, ordered by start
   * @param from where the sound begins, at or before the first word
   * @param to where the sound ends, at or after the last word
   * @return one timing per shown word, in order, not overlapping, inside the stretch
   * @throws IllegalArgumentException if there are words to show but none was heard
   */
  public static List<WordTiming> align(
      List<String> shown, List<WordTiming> heard, Duration from, Duration to) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<AlignUnit> left = AlignUnit.ofShown(shown);
    List<AlignUnit> right = AlignUnit.ofHeard(heard);
    if (right.isEmpty()) {
      throw new IllegalArgumentException(
          "no word was heard to align "
              + shown.size()
              + " words with: spread them with WordInterpolator over the length of the sound");
    }
    int[] match = WordMatcher.match(AlignUnit.keys(left), AlignUnit.keys(right));
    List<WordTiming> units = new AlignFill(left, right, match, from, to).fill();
    return gather(shown, left, units);
  }

  /** A word is heard from its first unit to its last. */
  private static List<WordTiming> gather(
      List<String> shown, List<AlignUnit> units, List<WordTiming> times) {
    List<WordTiming> out = new ArrayList<>(shown.size());
    int i = 0;
    for (int word = 0; word < shown.size(); word++) {
      Duration start = times.get(i).start();
      TimingSource source = times.get(i).source();
      Duration end = times.get(i).end();
      for (; i < units.size() && units.get(i).word() == word; i++) {
        end = times.get(i).end();
        TimingSource own = times.get(i).source();
        source = own.compareTo(source) > 0 ? own : source;
      }
      out.add(new WordTiming(shown.get(word), start, end, source));
    }
    return List.copyOf(out);
  }
}
