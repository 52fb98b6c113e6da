package io.vidgen.ffmpeg.internal.compile;

import java.time.Duration;
import java.util.Locale;

/** Where to begin reading a video and how to bring it onto the grid of frames. */
final class FootageGraph {
  private FootageGraph() {}

  /**
   * Where to seek to: somewhat early and a whole number of frames from where the footage begins, so
   * that a later segment sees the same frames as if all had been one.
   */
  static Duration seek(LayerPlan layer, int frameRate) {
    int offset = offset(layer, frameRate);
    return from(layer).plus(frames(offset - early(layer, frameRate), frameRate));
  }

  static String of(LayerPlan layer, SegmentPlan plan, String name) {
    int skipped = skipped(layer, plan.frameRate());
    int first = skipped + early(layer, plan.frameRate());
    int held = Math.max(0, hold(layer, plan.frameRate()) - layer.offset());
    var start = held == 0 ? "" : "start_mode=clone:start=" + held + ":";
    // the grid begins where the file does: a frame from before the place that is read first, even
    // the last of all, is shown until the next one comes. When footage ends before its place does,
    // its last frame stays
    return String.format(
            Locale.ROOT,
            "fps=%d:start_time=%s,tpad=%sstop_mode=clone:stop=-1,trim=start_frame=%d:end_frame=%d,",
            plan.frameRate(),
            Numbers.plain(-(double) skipped / plan.frameRate()),
            start,
            first,
            first + plan.frames())
        + "setpts=N,"
        + FitGraph.of(layer, plan.format().width(), plan.format().height(), "yuv420p", name);
  }

  /** How many frames before its first one are read and thrown away. */
  private static int early(LayerPlan layer, int frameRate) {
    int offset = offset(layer, frameRate);
    int before = offset + (int) (from(layer).toNanos() * (double) frameRate / 1e9);
    int early = (int) Math.min(before, (long) layer.lead() * frameRate);
    var left = layer.duration().minus(from(layer));
    // past the end nothing could be read at all: begin where its last second does
    long last = Math.max(0, left.toMillis() * frameRate / 1000 - frameRate);
    return (int) Math.max(early, offset - Math.min(last, offset));
  }

  /** How many frames of the grid lie between the beginning of the file and where it is read. */
  private static int skipped(LayerPlan layer, int frameRate) {
    var seek = seek(layer, frameRate);
    return seek.isZero() ? 0 : (int) (seek.toNanos() * (double) frameRate / 1e9) + 1;
  }

  /** Footage that begins before its file does: so long its first frame is held. */
  private static int hold(LayerPlan layer, int frameRate) {
    var from = layer.from();
    return from.isNegative() ? (int) Math.round(-from.toNanos() * (double) frameRate / 1e9) : 0;
  }

  private static int offset(LayerPlan layer, int frameRate) {
    return Math.max(0, layer.offset() - hold(layer, frameRate));
  }

  private static Duration from(LayerPlan layer) {
    return layer.from().isNegative() ? Duration.ZERO : layer.from();
  }

  private static Duration frames(int frames, int frameRate) {
    return Duration.ofNanos(frames * 1_000_000_000L / frameRate);
  }
}
