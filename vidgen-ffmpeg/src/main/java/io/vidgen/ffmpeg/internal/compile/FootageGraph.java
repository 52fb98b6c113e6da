package io.vidgen.ffmpeg.internal.compile;

import java.time.Duration;
import java.util.Locale;

/** Where to begin reading a video and how to bring it onto the grid of frames. */
final class FootageGraph {
  private FootageGraph() {}

  /**
   * Where to seek to: a second early and a whole number of frames from where the footage begins, so
   * that a later segment sees the same frames as if all had been one.
   */
  static Duration seek(LayerPlan layer, int frameRate) {
    return layer.from().plus(frames(layer.offset() - early(layer, frameRate), frameRate));
  }

  static String of(LayerPlan layer, SegmentPlan plan, String name) {
    int first = early(layer, plan.frameRate());
    // when footage ends before its place does, its last frame stays
    return String.format(
            Locale.ROOT,
            "fps=%d:start_time=0,tpad=stop_mode=clone:stop=-1,trim=start_frame=%d:end_frame=%d,",
            plan.frameRate(),
            first,
            first + plan.frames())
        + "setpts=N,"
        + FitGraph.of(layer, plan.format().width(), plan.format().height(), "yuv420p", name);
  }

  /** How many frames before its first one are read and thrown away. */
  private static int early(LayerPlan layer, int frameRate) {
    int early = Math.min(layer.offset(), frameRate);
    var left = layer.duration().minus(layer.from());
    // past the end nothing could be read at all: begin where its last second does
    long last = Math.max(0, left.toMillis() * frameRate / 1000 - frameRate);
    return (int) Math.max(early, layer.offset() - Math.min(last, layer.offset()));
  }

  private static Duration frames(int frames, int frameRate) {
    return Duration.ofNanos(frames * 1_000_000_000L / frameRate);
  }
}
