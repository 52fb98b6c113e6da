package io.vidgen.ffmpeg.internal.compile;

/**
 * Writes text so that ffmpeg reads it back unchanged. The one place for it.
 *
 * <p>Rules: ffmpeg-utils "Quoting and escaping", ffmpeg-filters "Notes on filtergraph escaping".
 */
public final class FilterEscape {
  private FilterEscape() {}

  /**
   * A value of a filter's option inside a graph: escaped once for the option, once for the graph.
   */
  public static String option(String value) {
    var once = escape(value, "\\':");
    return escape(once, "\\'[],;");
  }

  /**
   * A file's name in a list for the concat demuxer.
   *
   * @throws IllegalArgumentException if it holds a line's end, which the list cannot say
   */
  public static String concatFile(String name) {
    if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a file name with a line's end cannot be joined");
    }
    return "'" + name.replace("'", "'\\''") + "'";
  }

  private static String escape(String value, String special) {
    var text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      if (special.indexOf(value.charAt(i)) >= 0) {
        text.append('\\');
      }
      text.append(value.charAt(i));
    }
    return text.toString();
  }
}
