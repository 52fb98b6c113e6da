package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/** Turns finished parts into the arguments of the command that joins them. */
public final class FinishCompiler {
  private FinishCompiler() {}

  /** A segment's file and its length in frames. */
  public record Part(Path file, int frames) {}

  /**
   * The list for the concat demuxer. Lengths are given by hand, from the start of the video: the
   * containers round theirs to a millisecond each, which adds up.
   */
  public static String list(List<Part> parts, int frameRate) {
    var list = new StringBuilder("ffconcat version 1.0\n");
    long frames = 0;
    for (var part : parts) {
      long begin = frames * 1_000_000 / frameRate;
      frames += part.frames();
      long end = frames * 1_000_000 / frameRate;
      list.append("file ")
          .append(FilterEscape.concatFile("file:" + part.file().toAbsolutePath()))
          .append("\nduration ")
          .append(end - begin)
          .append("us\n");
    }
    return list.toString();
  }

  /** The arguments. */
  public static List<String> compile(
      String list,
      Path audio,
      int frames,
      int frameRate,
      String title,
      String language,
      String output) {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe", "-i", list));
    arguments.addAll(List.of("-protocol_whitelist", "file,pipe"));
    arguments.addAll(List.of("-i", "file:" + audio.toAbsolutePath()));
    arguments.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
    // sound of another length is cut, but within its last frame: all packets that the source
    // plays with its picture are kept
    arguments.addAll(List.of("-t", Numbers.seconds(Timeline.timeOf(frames + 1, frameRate))));
    arguments.addAll(List.of("-map_metadata", "-1"));
    arguments.addAll(List.of("-video_track_timescale", EncoderSettings.timescale(frameRate)));
    if (!title.isBlank()) {
      arguments.addAll(List.of("-metadata", "title=" + title));
    }
    arguments.addAll(List.of("-metadata:s:a:0", "language=" + threeLetters(language)));
    arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", output));
    return arguments;
  }

  /** MP4 knows languages by the three letters of ISO 639-2/T. */
  static String threeLetters(String tag) {
    try {
      var code = Locale.forLanguageTag(tag).getISO3Language();
      return code.isEmpty() ? "und" : code;
    } catch (MissingResourceException e) {
      return "und";
    }
  }
}
