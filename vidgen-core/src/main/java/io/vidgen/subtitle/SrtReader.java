package io.vidgen.subtitle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads SubRip (SRT), as players do: the format has no specification. Counters may be missing or
 * wrong and are not kept; a full stop may stand for the comma; empty lines may stand inside a text;
 * coordinates after the times, HTML tags and ASS override tags are left out. A cue without text is
 * kept. Times that are negative, reversed or unreadable are errors.
 */
public final class SrtReader implements SubtitleReader {

  private static final String FORMAT = "SRT";

  private final ParseLimits limits;

  /** A reader with the default limits. */
  public SrtReader() {
    this(ParseLimits.defaults());
  }

  /**
   * A reader.
   *
   * @param limits how much is accepted
   */
  public SrtReader(ParseLimits limits) {
    this.limits = limits;
  }

  @Override
  public CaptionTrack read(InputStream in, Locale language) throws IOException {
    LineSource lines = new LineSource(in, limits, FORMAT);
    List<Cue> cues = new ArrayList<>();
    List<String> text = new ArrayList<>();
    TimeLine.@Nullable Times times = null;
    boolean junk = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (TimeLine.isTimes(line)) {
        if (times != null) {
          dropCounter(text);
          cues.add(cue(times, text));
        }
        lines.checkCount(cues.size() + 1, "cues");
        times = TimeLine.parse(lines, line.strip());
        text.clear();
      } else if (times != null) {
        text.add(line);
      } else {
        junk |= !line.isBlank();
      }
    }
    if (times != null) {
      cues.add(cue(times, text));
    } else if (junk) {
      throw lines.error(
          0, "no cue was found", "Check that the file is SRT: 00:00:01,000 --> 00:00:02,000.");
    }
    return CaptionTrack.of(cues, language);
  }

  /** The counter of the next cue stands right before its times. */
  private static void dropCounter(List<String> text) {
    int last = text.size() - 1;
    if (last >= 0) {
      String line = text.get(last).strip();
      if (!line.isEmpty() && line.chars().allMatch(c -> c >= '0' && c <= '9')) {
        text.remove(last);
      }
    }
  }

  private static Cue cue(TimeLine.Times times, List<String> text) {
    List<String> lines = text.stream().map(Markup::stripSrt).toList();
    return new Cue(times.start(), times.end(), lines, List.of(), "", "");
  }
}
