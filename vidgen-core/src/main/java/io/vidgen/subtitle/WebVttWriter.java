package io.vidgen.subtitle;

import java.util.List;

/**
 * Writes WebVTT: times to the millisecond, {@code \n} line ends, text escaped, identifiers and
 * settings of cues kept.
 */
public final class WebVttWriter {

  private WebVttWriter() {}

  /**
   * Writes a track without word times.
   *
   * @param track the captions
   * @return the file's text
   */
  public static String write(CaptionTrack track) {
    return write(document(track), false);
  }

  /**
   * Writes a track with a timestamp tag where a word begins and, before a pause, where it ends.
   * Players colour what is {@code :past} and {@code :future}; the reader gets the words back,
   * except from a cue whose only word takes all its time.
   *
   * @param track the captions
   * @return the file's text
   */
  public static String writeKaraoke(CaptionTrack track) {
    return write(document(track), true);
  }

  /**
   * Writes a document that was read, with word times where it has them.
   *
   * @param document the document
   * @return the file's text; reading it gives an equal document
   */
  public static String write(WebVttDocument document) {
    return write(document, true);
  }

  private static WebVttDocument document(CaptionTrack track) {
    return new WebVttDocument("", List.of(), List.of(), track.cues());
  }

  private static String write(WebVttDocument document, boolean karaoke) {
    StringBuilder out = new StringBuilder(64 + document.cues().size() * 80);
    String header = oneLine(document.header());
    out.append("WEBVTT").append(header.isEmpty() ? "" : " " + header).append("\n\n");
    document.regions().forEach(text -> out.append(block("REGION", text)));
    document.styles().forEach(text -> out.append(block("STYLE", text)));
    for (Cue cue : document.cues()) {
      if (!cue.identifier().isEmpty()) {
        out.append(identifier(cue.identifier())).append('\n');
      }
      out.append(TimeLine.write(cue.start(), '.')).append(" --> ");
      out.append(TimeLine.write(cue.end(), '.'));
      String settings = cue.settings().replace(TimeLine.ARROW, "->");
      out.append(settings.isEmpty() ? "" : " " + settings).append('\n');
      out.append(VttText.write(cue, karaoke)).append('\n');
    }
    return out.toString();
  }

  /** A space in front keeps a name like NOTE from opening a block of its own. */
  private static String identifier(String name) {
    String text = name.replace(TimeLine.ARROW, "->");
    boolean special =
        text.startsWith("NOTE") || text.startsWith("STYLE") || text.startsWith("REGION");
    return special ? " " + text : text;
  }

  private static String block(String name, String text) {
    return name + "\n" + text.replaceAll("\\R{2,}", "\n").replace(TimeLine.ARROW, "->") + "\n\n";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ").strip();
  }
}
