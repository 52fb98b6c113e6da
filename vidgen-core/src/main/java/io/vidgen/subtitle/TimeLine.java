package io.vidgen.subtitle;

import java.time.Duration;
import java.util.Locale;

/** The times of SRT and WebVTT cues, leniently: {@code [[h]h:]mm:ss[,.]f[f[f]]}. */
final class TimeLine {

  static final String ARROW = "-->";

  private final LineSource source;
  private final String text;
  private int at;

  private TimeLine(LineSource source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * What a line of times says.
   *
   * @param start when the cue appears
   * @param end when it disappears
   * @param rest what follows the times, stripped
   */
  record Times(Duration start, Duration end, String rest) {}

  /** Whether a line is meant as times, as opposed to a text with an arrow in it. */
  static boolean isTimes(String line) {
    int arrow = line.indexOf(ARROW);
    if (arrow < 0) {
      return false;
    }
    String left = line.substring(0, arrow).strip();
    boolean first = !left.isEmpty() && (isDigit(left.charAt(0)) || left.charAt(0) == '-');
    return first && left.indexOf(':') > 0;
  }

  static Times parse(LineSource source, String line) {
    TimeLine times = new TimeLine(source, line);
    Duration start = times.time();
    times.blanks();
    times.expect(ARROW);
    Duration end = times.time();
    if (end.compareTo(start) < 0) {
      throw source.error(
          times.at,
          "the end " + write(end, '.') + " is before the start " + write(start, '.'),
          "Swap the two times or delete the cue.");
    }
    return new Times(start, end, line.substring(times.at).strip());
  }

  /** One time alone, as in an event of ASS or a timestamp inside a WebVTT cue. */
  static Duration parseTime(LineSource source, String text) {
    TimeLine times = new TimeLine(source, text);
    Duration time = times.time();
    times.blanks();
    if (times.at < text.length()) {
      throw times.bad();
    }
    return time;
  }

  static String write(Duration time, char point) {
    long millis = time.toMillis();
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        point,
        millis % 1000);
  }

  private Duration time() {
    blanks();
    if (at < text.length() && text.charAt(at) == '-') {
      throw source.error(
          at + 1, "a time is negative", "Move all times later so that none is under zero.");
    }
    long total = number(5);
    int colons = 0;
    while (at < text.length() && text.charAt(at) == ':') {
      at++;
      total = total * 60 + number(2);
      colons++;
    }
    if (colons < 1 || colons > 2) {
      throw bad();
    }
    long millis = 0;
    if (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == '.')) {
      int from = ++at;
      millis = number(3);
      for (int digits = at - from; digits < 3; digits++) {
        millis *= 10;
      }
    }
    return Duration.ofMillis(total * 1000 + millis);
  }

  private long number(int most) {
    blanks();
    int from = at;
    long value = 0;
    while (at < text.length() && isDigit(text.charAt(at)) && at - from < most) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    if (at == from || (at < text.length() && isDigit(text.charAt(at)))) {
      throw bad();
    }
    return value;
  }

  private void expect(String token) {
    if (!text.startsWith(token, at)) {
      throw bad();
    }
    at += token.length();
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private SubtitleParseException bad() {
    return source.error(
        at + 1,
        "'" + text.substring(0, Math.min(40, text.length())) + "' is no time",
        "Write hours, minutes, seconds and a fraction, for example 00:01:02.500.");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
