package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Quality;
import java.util.ArrayList;
import java.util.List;

/**
 * How pictures are encoded. For one quality and size every segment gets the same parameter sets, so
 * that segments can be joined without encoding again.
 */
final class EncoderSettings {
  /** Clock ticks a frame: fixed, for a clock that follows the input would differ by segment. */
  private static final int TICKS = 512;

  private EncoderSettings() {}

  static List<String> of(Quality quality, int frameRate, int threads) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-c:v", "libx264"));
    arguments.addAll(
        switch (quality) {
          case DRAFT -> List.of("-preset", "ultrafast", "-crf", "26");
          case STANDARD -> List.of("-preset", "veryfast", "-crf", "21");
          case HIGH -> List.of("-preset", "medium", "-crf", "18");
        });
    var group = Integer.toString(2 * frameRate);
    arguments.addAll(List.of("-profile:v", "high", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-g", group, "-keyint_min", group, "-sc_threshold", "0"));
    arguments.addAll(List.of("-flags", "+cgop", "-x264-params", "stitchable=1:open-gop=0"));
    arguments.addAll(List.of("-threads", Integer.toString(threads)));
    arguments.addAll(
        List.of(
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-color_range",
            "tv"));
    arguments.addAll(List.of("-video_track_timescale", timescale(frameRate)));
    arguments.addAll(List.of("-an", "-sn", "-dn", "-map_metadata", "-1"));
    return arguments;
  }

  static String timescale(int frameRate) {
    return Integer.toString(TICKS * frameRate);
  }
}
