package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One caption: what is shown, from when to when.
 *
 * @param start when it appears, zero or later
 * @param end when it disappears, at or after {@code start}
 * @param lines what is shown, one entry per line; each is stripped, lines without text are left out
 * @param words the words with their times, on the same clock as {@code start}, in the order in
 *     which they occur in the lines; empty when only the cue's own times are known
 * @param identifier the cue's name in its file (a WebVTT identifier), empty when it has none
 * @param settings where and how the cue is placed, as its file says it (WebVTT cue settings), empty
 *     when nothing is said
 */
public record Cue(
    Duration start,
    Duration end,
    List<String> lines,
    List<WordTiming> words,
    String identifier,
    String settings) {

  /**
   * Cleans the text and checks the times.
   *
   * @throws IllegalArgumentException if the start is negative or after the end
   */
  public Cue {
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "cue: 0 <= start <= end does not hold for " + start + " and " + end);
    }
    lines = cleanLines(lines);
    words = List.copyOf(words);
    identifier = oneLine(identifier);
    settings = oneLine(settings);
  }

  /**
   * A cue whose words have no times of their own.
   *
   * @param start when it appears
   * @param end when it disappears
   * @param text the text; line breaks separate lines
   * @return the cue
   */
  public static Cue of(Duration start, Duration end, String text) {
    return new Cue(start, end, List.of(text), List.of(), "", "");
  }

  /**
   * What is shown, the lines separated by {@code \n}.
   *
   * @return the text, empty for a cue without text
   */
  public String text() {
    return String.join("\n", lines);
  }

  /**
   * How long it is shown.
   *
   * @return end minus start, zero or more
   */
  public Duration duration() {
    return end.minus(start);
  }

  private static List<String> cleanLines(List<String> lines) {
    List<String> clean = new ArrayList<>(lines.size());
    for (String line : lines) {
      for (String part : line.split("\\R", -1)) {
        String text = oneLine(part);
        if (!text.isEmpty()) {
          clean.add(text);
        }
      }
    }
    return List.copyOf(clean);
  }

  /** Controls become spaces: no format can carry them, and a NUL ends a string in C. */
  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0 && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) || c == 0x2028 ? ' ' : c));
    return out.toString().strip();
  }
}
