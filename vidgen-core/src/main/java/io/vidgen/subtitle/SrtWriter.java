package io.vidgen.subtitle;

/**
 * Writes SubRip (SRT): counters from 1, times to the millisecond, {@code \n} line ends, no markup.
 *
 * <p>SRT has no escapes. A text that a player would take for markup or for times is changed a
 * little: {@code <} becomes {@code ‹}, <code>{\</code> becomes {@code (\} and an arrow between
 * times {@code ->}. Everything else reads back as it was.
 */
public final class SrtWriter {

  private SrtWriter() {}

  /**
   * Writes a track.
   *
   * @param track the captions
   * @return the file's text, empty for a track without cues
   */
  public static String write(CaptionTrack track) {
    StringBuilder out = new StringBuilder(track.cues().size() * 64);
    int counter = 1;
    for (Cue cue : track.cues()) {
      out.append(counter++).append('\n');
      out.append(TimeLine.write(cue.start(), ',')).append(" --> ");
      out.append(TimeLine.write(cue.end(), ',')).append('\n');
      cue.lines().forEach(line -> out.append(harmless(line)).append('\n'));
      out.append('\n');
    }
    return out.toString();
  }

  private static String harmless(String line) {
    String text = line;
    if (!Markup.stripSrt(text).equals(text)) {
      text = text.replace('<', '‹').replace("{\\", "(\\");
    }
    return TimeLine.isTimes(text) ? text.replace(TimeLine.ARROW, "->") : text;
  }
}
