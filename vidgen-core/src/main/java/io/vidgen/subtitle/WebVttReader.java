package io.vidgen.subtitle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads WebVTT (W3C Candidate Recommendation of 4 April 2019), leniently: a comma may stand for the
 * full stop, unknown blocks are skipped. Tags are taken out, entities are replaced, timestamps
 * inside a text give its words. Identifiers and cue settings are kept as they stand. Times that are
 * negative, reversed or unreadable are errors.
 */
public final class WebVttReader implements SubtitleReader {

  private static final String FORMAT = "WebVTT";
  private static final String SIGNATURE = "WEBVTT";

  private final ParseLimits limits;

  /** A reader with the default limits. */
  public WebVttReader() {
    this(ParseLimits.defaults());
  }

  /**
   * A reader.
   *
   * @param limits how much is accepted
   */
  public WebVttReader(ParseLimits limits) {
    this.limits = limits;
  }

  @Override
  public CaptionTrack read(InputStream in, Locale language) throws IOException {
    return readDocument(in).track(language);
  }

  /**
   * Reads the cues and everything around them; does not close the stream.
   *
   * @param in the file's bytes
   * @return the document
   * @throws IOException if the stream cannot be read
   * @throws SubtitleParseException if the text is not WebVTT or beyond the limits
   */
  public WebVttDocument readDocument(InputStream in) throws IOException {
    LineSource lines = new LineSource(in, limits, FORMAT);
    Blocks blocks = new Blocks(lines, header(lines));
    for (String line = lines.next(); line != null; line = lines.next()) {
      blocks.line(line);
    }
    return blocks.finish();
  }

  private static String header(LineSource lines) throws IOException {
    String first = lines.next();
    String text = first == null ? "" : first;
    boolean signed =
        text.startsWith(SIGNATURE)
            && (text.length() == SIGNATURE.length()
                || Character.isWhitespace(text.charAt(SIGNATURE.length())));
    if (!signed) {
      throw lines.error(
          1, "the file does not begin with WEBVTT", "Add that line, or read it as SRT or ASS.");
    }
    return text.substring(SIGNATURE.length()).strip();
  }

  /** Collects lines to blocks, which empty lines separate. */
  private static final class Blocks {

    private final LineSource lines;
    private final String header;
    private final List<String> styles = new ArrayList<>();
    private final List<String> regions = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private final List<String> block = new ArrayList<>();
    private String identifier = "";
    private TimeLine.@Nullable Times times;
    private boolean inHeader = true;

    Blocks(LineSource lines, String header) {
      this.lines = lines;
      this.header = header;
    }

    void line(String line) {
      if (line.isEmpty()) {
        end();
        inHeader = false;
      } else if (!inHeader && TimeLine.isTimes(line) && !isSpecial()) {
        String name = times == null && block.size() == 1 ? block.get(0) : "";
        if (times != null) {
          end();
        }
        block.clear();
        identifier = name;
        times = TimeLine.parse(lines, line);
        lines.checkCount(cues.size() + 1, "cues");
      } else {
        block.add(line);
      }
    }

    WebVttDocument finish() {
      end();
      return new WebVttDocument(header, styles, regions, cues);
    }

    private void end() {
      if (times != null) {
        cues.add(VttText.cue(times, block, identifier));
      } else if (isBlock("STYLE")) {
        styles.add(String.join("\n", block.subList(1, block.size())));
      } else if (isBlock("REGION")) {
        regions.add(String.join("\n", block.subList(1, block.size())));
      }
      times = null;
      identifier = "";
      block.clear();
    }

    private boolean isSpecial() {
      boolean note = !block.isEmpty() && block.get(0).startsWith("NOTE");
      return times == null && (note || isBlock("STYLE") || isBlock("REGION"));
    }

    private boolean isBlock(String name) {
      return !block.isEmpty() && block.get(0).stripTrailing().equals(name);
    }
  }
}
