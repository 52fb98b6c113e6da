package io.vidgen.subtitle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads Advanced SubStation Alpha (v4.00+) and SubStation Alpha (v4.00), whose only description is
 * what its players do. The order of fields is taken from the Format lines. Styles and script info
 * are kept, override tags stay in the raw text; karaoke tags give words. Sections that are neither
 * info nor styles nor events are skipped.
 */
public final class AssReader implements SubtitleReader {

  private static final String FORMAT = "ASS";

  private final ParseLimits limits;

  /** A reader with the default limits. */
  public AssReader() {
    this(ParseLimits.defaults());
  }

  /**
   * A reader.
   *
   * @param limits how much is accepted
   */
  public AssReader(ParseLimits limits) {
    this.limits = limits;
  }

  @Override
  public CaptionTrack read(InputStream in, Locale language) throws IOException {
    return readDocument(in).track(language);
  }

  /**
   * Reads info, styles and events; does not close the stream.
   *
   * @param in the file's bytes
   * @return the document
   * @throws IOException if the stream cannot be read
   * @throws SubtitleParseException if the text is not ASS or SSA or beyond the limits
   */
  public AssDocument readDocument(InputStream in) throws IOException {
    Sections sections = new Sections(new LineSource(in, limits, FORMAT));
    return sections.read();
  }

  /** Reads line by line, knowing which section it is in. */
  private static final class Sections {

    private final LineSource lines;
    private final Map<String, String> info = new LinkedHashMap<>();
    private final List<Map<String, String>> styles = new ArrayList<>();
    private final List<AssEvent> events = new ArrayList<>();
    private List<String> styleFormat = AssDocument.STYLE_FORMAT;
    private List<String> eventFormat = AssDocument.EVENT_FORMAT;
    private String section = "";
    private boolean anySection;
    private boolean anyText;

    Sections(LineSource lines) {
      this.lines = lines;
    }

    AssDocument read() throws IOException {
      for (String raw = lines.next(); raw != null; raw = lines.next()) {
        String line = raw.strip();
        anyText |= !line.isEmpty();
        if (line.startsWith("[") && line.endsWith("]")) {
          section = line.substring(1, line.length() - 1).strip().toLowerCase(Locale.ROOT);
          anySection |= section.equals("events") || section.equals("script info");
        } else if (!line.isEmpty() && !line.startsWith(";") && !line.startsWith("!:")) {
          entry(line);
        }
      }
      if (anyText && !anySection) {
        throw lines.error(
            0,
            "neither [Script Info] nor [Events] was found",
            "Check that the file is ASS or SSA, or read it as SRT or WebVTT.");
      }
      return new AssDocument(info, styleFormat, styles, events);
    }

    private void entry(String line) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        return;
      }
      String key = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      switch (section) {
        case "script info" -> {
          lines.checkCount(info.size() + 1, "lines of script info");
          info.put(key, value);
        }
        case "v4+ styles", "v4 styles", "v4 styles+" -> style(key, value);
        case "events" -> event(key, value);
        default -> {}
      }
    }

    private void style(String key, String value) {
      if (key.equalsIgnoreCase("Format")) {
        styleFormat = AssFields.names(value);
      } else if (key.equalsIgnoreCase("Style")) {
        lines.checkCount(styles.size() + 1, "styles");
        styles.add(AssFields.split(lines, value, styleFormat));
      }
    }

    private void event(String key, String value) {
      if (key.equalsIgnoreCase("Format")) {
        eventFormat = AssFields.names(value);
      } else if (key.equalsIgnoreCase("Dialogue") || key.equalsIgnoreCase("Comment")) {
        lines.checkCount(events.size() + 1, "events");
        Map<String, String> fields = AssFields.split(lines, value, eventFormat);
        events.add(AssFields.event(lines, key.equalsIgnoreCase("Comment"), fields));
      }
    }
  }
}
