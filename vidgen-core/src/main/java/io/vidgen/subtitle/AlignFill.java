package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives a time to every shown unit: the one it matched, or a share of the room between matches. */
final class AlignFill {

  /** A word shorter than this would only flash. */
  private static final Duration FLASH = Duration.ofMillis(60);

  private final List<AlignUnit> shown;
  private final List<AlignUnit> heard;
  private final int[] match;
  private final Duration from;
  private final Duration to;
  private final List<WordTiming> out = new ArrayList<>();

  AlignFill(List<AlignUnit> shown, List<AlignUnit> heard, int[] match, Duration from, Duration to) {
    this.shown = shown;
    this.heard = heard;
    this.match = match;
    this.from = from;
    this.to = to;
  }

  List<WordTiming> fill() {
    int i = 0;
    while (i < shown.size()) {
      if (match[i] >= 0) {
        WordTiming time = heard.get(match[i]).time();
        add(i, i + 1, time.start(), time.end(), time.source());
        i++;
        continue;
      }
      int end = i;
      while (end < shown.size() && match[end] < 0) {
        end++;
      }
      i = fillGap(i, end);
    }
    return out;
  }

  /** Fills the unmatched units and answers with the next one to look at. */
  private int fillGap(int first, int end) {
    int heardFirst = first == 0 ? 0 : match[first - 1] + 1;
    int heardEnd = end == shown.size() ? heard.size() : match[end];
    if (heardFirst < heardEnd) {
      Duration start = heard.get(heardFirst).time().start();
      Duration stop = heard.get(heardEnd - 1).time().end();
      add(first, end, start, stop, TimingSource.INTERPOLATED);
      return end;
    }
    Duration start = first == 0 ? from : out.get(first - 1).end();
    Duration stop = end == shown.size() ? to : heard.get(match[end]).time().start();
    Duration need = ReadingSpeed.defaults().duration(texts(first, end));
    if (stop.minus(start).compareTo(FLASH.multipliedBy(end - first)) >= 0) {
      if (stop.minus(start).compareTo(need) <= 0) {
        add(first, end, start, stop, TimingSource.INTERPOLATED);
      } else if (first == 0) {
        add(first, end, stop.minus(need), stop, TimingSource.INTERPOLATED);
      } else {
        add(first, end, start, start.plus(need), TimingSource.INTERPOLATED);
      }
      return end;
    }
    return borrow(first, end, stop);
  }

  /** Too little room: the neighbour was heard over what is missing, so they share its time. */
  private int borrow(int first, int end, Duration stop) {
    if (first > 0) {
      WordTiming neighbour = out.remove(first - 1);
      add(first - 1, end, neighbour.start(), stop, TimingSource.INTERPOLATED);
      return end;
    }
    Duration start = from.compareTo(stop) < 0 ? from : stop;
    if (end < shown.size()) {
      Duration last = heard.get(match[end]).time().end();
      add(first, end + 1, start, last, TimingSource.INTERPOLATED);
      return end + 1;
    }
    add(first, end, start, stop, TimingSource.INTERPOLATED);
    return end;
  }

  /** Never before what is there already; an empty stretch stays empty at its place. */
  private void add(int first, int end, Duration start, Duration stop, TimingSource source) {
    Duration clock = out.isEmpty() ? Duration.ZERO : out.get(out.size() - 1).end();
    Duration begin = start.compareTo(clock) < 0 ? clock : start;
    Duration finish = stop.compareTo(begin) < 0 ? begin : stop;
    out.addAll(WordInterpolator.spread(texts(first, end), begin, finish, source));
  }

  private List<String> texts(int first, int end) {
    return shown.subList(first, end).stream().map(AlignUnit::text).toList();
  }
}
