package io.vidgen.ffmpeg.internal.compile;

import java.util.ArrayList;
import java.util.List;

/** Turns the wish for a file's sound into the arguments of one ffmpeg command. */
public final class AudioCompiler {
  private AudioCompiler() {}

  /** For a recogniser: 16 kHz, mono, 16 bits, on the clock of the file. */
  public static List<String> speech(MediaInput source, String output) {
    var arguments = new ArrayList<>(source.arguments());
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
