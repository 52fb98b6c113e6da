package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads karaoke tags back: each gives the text after it so many hundredths of a second. */
final class KaraokeTags {

  /** A day: more is a damaged file, and sums of it must not overflow. */
  private static final long MAX_CENTIS = 8_640_000;

  private final List<WordTiming> words = new ArrayList<>();
  private final Duration start;
  private final StringBuilder text = new StringBuilder();
  private long begin;
  private long length;
  private boolean karaoke;

  private KaraokeTags(Duration start) {
    this.start = start;
  }

  static List<WordTiming> words(String raw, Duration start) {
    KaraokeTags tags = new KaraokeTags(start);
    tags.read(raw);
    return List.copyOf(tags.words);
  }

  private void read(String raw) {
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      int close = c == '{' ? raw.indexOf('}', i) : -1;
      if (close > 0) {
        block(raw.substring(i + 1, close));
        i = close + 1;
      } else {
        int end = c == '\\' && i + 1 < raw.length() ? i + 2 : i + 1;
        text.append(raw, i, end);
        i = end;
      }
    }
    finishWord();
  }

  private void block(String tags) {
    for (int at = tags.indexOf('\\'); at >= 0; at = tags.indexOf('\\', at + 1)) {
      int digits = at + 1;
      while (digits < tags.length() && "kKfot".indexOf(tags.charAt(digits)) >= 0) {
        digits++;
      }
      String name = tags.substring(at + 1, digits);
      if (name.equals("k") || name.equals("K") || name.equals("kf") || name.equals("ko")) {
        finishWord();
        begin = clamp(begin + length);
        length = number(tags, digits);
        karaoke = true;
      }
    }
  }

  private void finishWord() {
    String plain = AssText.plain(text.toString()).replace('\n', ' ').strip();
    text.setLength(0);
    if (karaoke && !plain.isBlank()) {
      Duration from = at(begin);
      Duration to = at(begin + length);
      words.add(
          new WordTiming(plain, from, to.compareTo(from) < 0 ? from : to, TimingSource.ALIGNED));
    }
  }

  private Duration at(long centis) {
    Duration time = start.plusMillis(centis * 10);
    return time.isNegative() ? Duration.ZERO : time;
  }

  private static long number(String tags, int from) {
    int end = from;
    while (end < tags.length() && "-0123456789".indexOf(tags.charAt(end)) >= 0 && end < from + 9) {
      end++;
    }
    try {
      return clamp(Long.parseLong(tags.substring(from, end)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static long clamp(long centis) {
    return Math.max(-MAX_CENTIS, Math.min(MAX_CENTIS, centis));
  }
}
