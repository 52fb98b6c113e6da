package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The text of WebVTT cues, with entities and with timestamps that make words of it. */
final class VttText {

  private final TimeLine.Times times;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private final List<WordTiming> words = new ArrayList<>();
  private Duration wordStart;
  private boolean timed;

  private VttText(TimeLine.Times times) {
    this.times = times;
    this.wordStart = times.start();
  }

  static Cue cue(TimeLine.Times times, List<String> lines, String identifier) {
    VttText text = new VttText(times);
    text.read(String.join("\n", lines));
    List<WordTiming> words = text.timed ? text.words : List.of();
    return new Cue(
        times.start(), times.end(), List.of(text.text.toString()), words, identifier, times.rest());
  }

  private void read(String raw) {
    for (int i = 0; i < raw.length(); ) {
      char c = raw.charAt(i);
      int used = 0;
      if (c == '<') {
        used = tag(raw, i);
      } else if (c == '&') {
        int before = word.length();
        used = Markup.entity(raw, i, word);
        text.append(word, before, word.length());
      }
      if (used == 0) {
        text.append(c);
        word.append(c);
        used = 1;
      }
      i += used;
    }
    finishWord(times.end());
  }

  /** The length of a tag or timestamp, 0 when the sign is just a sign. */
  private int tag(String raw, int open) {
    int close = Markup.tagEnd(raw, open);
    if (close < 0) {
      close = timestampEnd(raw, open);
      if (close < 0) {
        return 0;
      }
      finishWord(timestamp(raw.substring(open + 1, close)));
      timed = true;
    }
    return close - open + 1;
  }

  private void finishWord(Duration until) {
    Duration end = until.compareTo(wordStart) < 0 ? wordStart : until;
    end = end.compareTo(times.end()) > 0 ? times.end() : end;
    List<String> parts =
        word.toString().lines().map(String::strip).filter(p -> !p.isEmpty()).toList();
    words.addAll(WordInterpolator.spread(parts, wordStart, end, TimingSource.ALIGNED));
    word.setLength(0);
    wordStart = end;
  }

  /** {@code <00:01.000>} or {@code <00:00:01.000>}: digits in exactly these places. */
  private static int timestampEnd(String raw, int open) {
    int close = raw.indexOf('>', open);
    int length = close - open - 1;
    if (length < 9 || length > 13) {
      return -1;
    }
    String time = raw.substring(open + 1, close);
    String shape = time.replaceAll("[0-9]", "0");
    return shape.matches("(0{1,4}:)?00:00\\.000") ? close : -1;
  }

  private static Duration timestamp(String time) {
    String[] parts = time.split("[:.]", -1);
    long seconds = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      seconds = seconds * 60 + (parts[i].isEmpty() ? 0 : Long.parseLong(parts[i]));
    }
    return Duration.ofMillis(seconds * 1000 + Long.parseLong(parts[parts.length - 1]));
  }

  /** The text of a cue with everything escaped, and with timestamps when asked for. */
  static String write(Cue cue, boolean karaoke) {
    StringBuilder out = new StringBuilder();
    long clock = cue.start().toMillis();
    long end = cue.end().toMillis();
    for (CueRuns.Line line : CueRuns.of(cue)) {
      for (CueRuns.Run run : line.runs()) {
        boolean isWord = karaoke && run.word() != CueRuns.NO_WORD;
        if (isWord) {
          clock = stamp(out, cue.words().get(run.word()).start().toMillis(), clock, end);
        }
        out.append(escape(run.text()));
        if (isWord && endsBeforeNext(cue, run.word())) {
          clock = stamp(out, cue.words().get(run.word()).end().toMillis(), clock, end);
        }
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static boolean endsBeforeNext(Cue cue, int word) {
    Duration end = cue.words().get(word).end();
    return word + 1 == cue.words().size() || end.compareTo(cue.words().get(word + 1).start()) < 0;
  }

  private static long stamp(StringBuilder out, long time, long clock, long end) {
    if (time <= clock || time >= end) {
      return clock;
    }
    out.append('<').append(TimeLine.write(Duration.ofMillis(time), '.')).append('>');
    return time;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
