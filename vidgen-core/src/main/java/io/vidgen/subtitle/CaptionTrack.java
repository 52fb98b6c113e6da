package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The captions of a video, or of a window of it, in one language. Immutable and thread-safe.
 *
 * <p>A window remembers what lies outside, so that a sweep over a word or a fade that was cut in
 * two goes on in the next window where it stopped; two tracks are equal when they show the same.
 */
public final class CaptionTrack {

  private final List<Cue> whole;
  private final Locale language;
  private final Duration from;
  private final @Nullable Duration to;
  private final List<Cue> cues;

  private CaptionTrack(List<Cue> whole, Locale language, Duration from, @Nullable Duration to) {
    List<Cue> inside = new ArrayList<>();
    List<Cue> local = new ArrayList<>();
    for (Cue cue : whole) {
      if (isInside(cue, from, to)) {
        inside.add(cue);
        local.add(clipped(cue, from, to));
      }
    }
    this.whole = List.copyOf(inside);
    this.language = language;
    this.from = from;
    this.to = to;
    this.cues = List.copyOf(local);
  }

  /**
   * A track of cues.
   *
   * @param cues the cues in the order in which they are written; they should not overlap
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the track
   */
  public static CaptionTrack of(List<Cue> cues, Locale language) {
    return new CaptionTrack(
        List.copyOf(cues), Objects.requireNonNull(language), Duration.ZERO, null);
  }

  /**
   * The cues, on the track's own clock: in a window, zero is where the window begins, and cues and
   * words that cross its edges are cut there.
   *
   * @return the cues in order
   */
  public List<Cue> cues() {
    return cues;
  }

  /**
   * The language of the text.
   *
   * @return the language, {@link Locale#ROOT} when it is not known
   */
  public Locale language() {
    return language;
  }

  /**
   * The part of this track that is seen from {@code from} to {@code to}, for a segment that is
   * rendered on its own. Times of the new track count from {@code from}. A cue that is cut keeps
   * all its lines; a word that is over before the window gets zero as start and end.
   *
   * @param from where the window begins, on this track's clock, zero or later
   * @param to where it ends, after {@code from}
   * @return the window, without cues when none is seen
   * @throws IllegalArgumentException if {@code from} is negative or not before {@code to}
   */
  public CaptionTrack window(Duration from, Duration to) {
    if (from.isNegative() || to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "window: 0 <= from < to does not hold for " + from + " and " + to);
    }
    Duration end = this.from.plus(to);
    Duration bound = this.to != null && this.to.compareTo(end) < 0 ? this.to : end;
    return new CaptionTrack(whole, language, this.from.plus(from), bound);
  }

  /** The cues as they were before a window cut them, on the clock of the first track. */
  List<Cue> wholeCues() {
    return whole;
  }

  /** Where this track's zero lies on the clock of {@link #wholeCues()}. */
  Duration from() {
    return from;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CaptionTrack that
        && whole.equals(that.whole)
        && cues.equals(that.cues)
        && language.equals(that.language)
        && from.equals(that.from);
  }

  @Override
  public int hashCode() {
    return Objects.hash(whole, cues, language, from);
  }

  @Override
  public String toString() {
    return "CaptionTrack[" + language.toLanguageTag() + ", " + cues.size() + " cues]";
  }

  private static boolean isInside(Cue cue, Duration from, @Nullable Duration to) {
    boolean begun = to == null || cue.start().compareTo(to) < 0;
    boolean over = cue.end().compareTo(from) <= 0 && cue.start().compareTo(from) < 0;
    return begun && !over;
  }

  private static Cue clipped(Cue cue, Duration from, @Nullable Duration to) {
    if (from.isZero() && to == null) {
      return cue;
    }
    List<WordTiming> words = new ArrayList<>(cue.words().size());
    for (WordTiming word : cue.words()) {
      Duration start = local(word.start(), from, to);
      words.add(new WordTiming(word.text(), start, local(word.end(), from, to), word.source()));
    }
    Duration start = local(cue.start(), from, to);
    Duration end = local(cue.end(), from, to);
    return new Cue(start, end, cue.lines(), words, cue.identifier(), cue.settings());
  }

  private static Duration local(Duration time, Duration from, @Nullable Duration to) {
    Duration bounded = to != null && time.compareTo(to) > 0 ? to : time;
    return bounded.compareTo(from) < 0 ? Duration.ZERO : bounded.minus(from);
  }
}
