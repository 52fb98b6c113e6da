package io.vidgen.ffmpeg.internal.quality;

import io.vidgen.spi.SegmentResult.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the stretches that blackdetect, freezedetect and silencedetect print. */
public final class Stretches {
  private static final Pattern BLACK =
      Pattern.compile(".*black_start:(-?[\\d.]+) black_end:([\\d.]+).*");
  private static final Pattern EDGE =
      Pattern.compile(".*(freeze|silence)_(start|end): (-?[\\d.]+).*");

  private Stretches() {}

  /** Whether a line is one of theirs. */
  public static boolean mentioned(String line) {
    return line.contains("black_start:")
        || line.contains("freeze_start:")
        || line.contains("freeze_end:")
        || line.contains("silence_start:")
        || line.contains("silence_end:");
  }

  /** What is black. */
  public static List<Stretch> black(List<String> lines) {
    var stretches = new ArrayList<Stretch>();
    for (var line : lines) {
      var black = BLACK.matcher(line);
      if (black.matches()) {
        stretches.add(new Stretch(seconds(black.group(1)), seconds(black.group(2))));
      }
    }
    return stretches;
  }

  /** In which nothing moves; one that lasts to the end ends at {@code end}. */
  public static List<Stretch> frozen(List<String> lines, Duration end) {
    return edges("freeze", lines, end);
  }

  /** In which nothing is heard. */
  public static List<Stretch> silent(List<String> lines, Duration end) {
    return edges("silence", lines, end);
  }

  private static List<Stretch> edges(String kind, List<String> lines, Duration end) {
    var stretches = new ArrayList<Stretch>();
    Duration open = null;
    for (var line : lines) {
      var edge = EDGE.matcher(line);
      if (!edge.matches() || !edge.group(1).equals(kind)) {
        continue;
      }
      if (edge.group(2).equals("start")) {
        open = seconds(edge.group(3));
      } else if (open != null) {
        stretches.add(new Stretch(open, seconds(edge.group(3))));
        open = null;
      }
    }
    // nobody prints an end for what lasts to the end
    if (open != null && open.compareTo(end) < 0) {
      stretches.add(new Stretch(open, end));
    }
    return stretches;
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.max(0, Math.round(Double.parseDouble(text) * 1000)));
  }
}
