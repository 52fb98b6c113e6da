package io.vidgen.ffmpeg.internal.compile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the wish for a file's sound into the arguments of one ffmpeg command. */
public final class AudioCompiler {
  private AudioCompiler() {}

  /**
   * For a recogniser: 16 kHz, mono, 16 bits, on the clock of the file.
   *
   * @param from where in the file it begins, null for its beginning
   * @param length how much at most, null for all that follows
   */
  public static List<String> speech(
      MediaInput source, @Nullable Duration from, @Nullable Duration length, String output) {
    var stretch = new ArrayList<String>();
    if (from != null) {
      stretch.addAll(List.of("-ss", Numbers.seconds(from)));
    }
    if (length != null) {
      stretch.addAll(List.of("-t", Numbers.seconds(length)));
    }
    var arguments = new ArrayList<>(source.arguments(stretch.toArray(String[]::new)));
    arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn"));
    // sound that begins later than the picture gets silence in front, so that its times stay true
    arguments.addAll(List.of("-af", "aresample=16000:async=1:first_pts=0", "-ac", "1"));
    arguments.addAll(List.of("-c:a", "pcm_s16le", "-map_metadata", "-1", "-bitexact"));
    arguments.addAll(List.of("-f", "wav", output));
    return arguments;
  }

  /** The times of the first packet, as text. */
  public static List<String> begin(MediaInput source, String output) {
    var arguments = new ArrayList<>(source.arguments());
    arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-c:a", "copy"));
    arguments.addAll(List.of("-frames:a", "1", "-f", "framecrc", output));
    return arguments;
  }

  /** The stream as it is. */
  public static List<String> copy(MediaInput source, String output) {
    var arguments = new ArrayList<>(source.arguments());
    arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-c:a", "copy"));
    arguments.addAll(List.of("-map_metadata", "-1", "-f", "mp4", output));
    return arguments;
  }

  /** A stretch of it, to be mixed with others; null for from the beginning, or to the end. */
  public static List<String> stretch(
      MediaInput source, @Nullable Duration from, @Nullable Duration length, String output) {
    var arguments = new ArrayList<>(source.arguments());
    arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn"));
    // cut where the samples are, for a seek would stop at the packet before
    var cut = new StringBuilder("aresample=48000:async=1:first_pts=0");
    cut.append(",atrim=start=").append(seconds(from == null ? Duration.ZERO : from));
    cut.append(length == null ? "" : ":duration=" + seconds(length))
        .append(",asetpts=PTS-STARTPTS");
    arguments.addAll(List.of("-af", cut.toString(), "-ac", "2"));
    arguments.addAll(List.of("-c:a", "aac", "-b:a", "192k", "-map_metadata", "-1"));
    arguments.addAll(List.of("-f", "mp4", output));
    return arguments;
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).toPlainString();
  }

  /** Encoded once, no louder and no softer. */
  public static List<String> encode(MediaInput source, String output) {
    var arguments = new ArrayList<>(source.arguments());
    arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn"));
    arguments.addAll(List.of("-af", "aresample=48000:async=1:first_pts=0"));
    arguments.addAll(List.of("-c:a", "aac", "-b:a", "192k", "-map_metadata", "-1"));
    arguments.addAll(List.of("-f", "mp4", output));
    return arguments;
  }
}
