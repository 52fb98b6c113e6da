package io.vidgen.ffmpeg.internal.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a segment into the arguments of one ffmpeg command. */
public final class SegmentCompiler {
  /** Shorter black is a blink or part of a fade. */
  private static final String BLACK = "blackdetect=d=0.3:pix_th=0.08";

  private static final String FROZEN = "freezedetect=n=-60dB:d=2";

  private SegmentCompiler() {}

  /**
   * The arguments.
   *
   * @param plan the segment
   * @param output name of the file to write
   */
  public static List<String> compile(SegmentPlan plan, String output) {
    var arguments = new ArrayList<String>();
    for (var layer : plan.layers()) {
      arguments.addAll(open(layer, plan));
    }
    arguments.addAll(List.of("-filter_complex", graph(plan), "-map", "[out]"));
    arguments.addAll(List.of("-frames:v", Integer.toString(plan.frames())));
    arguments.addAll(EncoderSettings.of(plan.quality(), plan.frameRate(), plan.threads()));
    arguments.addAll(List.of("-f", "mp4", output));
    return arguments;
  }

  private static List<String> open(LayerPlan layer, SegmentPlan plan) {
    if (layer.input().still()) {
      return layer.input().arguments("-framerate", Integer.toString(plan.frameRate()));
    }
    var seek = FootageGraph.seek(layer, plan.frameRate());
    return seek.isZero()
        ? layer.input().arguments()
        // what is shown at that time may have begun long before it
        : layer.input().arguments("-noaccurate_seek", "-ss", Numbers.seconds(seek));
  }

  private static String graph(SegmentPlan plan) {
    var graph = new StringBuilder();
    for (int i = 0; i < plan.layers().size(); i++) {
      var layer = plan.layers().get(i);
      var name = "l" + i;
      var filters =
          layer.input().still()
              ? StillGraph.of(layer, plan, name)
              : FootageGraph.of(layer, plan, name);
      // every layer counts frames from 0 on the same clock
      graph.append(
          String.format(
              Locale.ROOT,
              "[%d:v:0]%s,settb=1/%d,setpts=N[%s];",
              i,
              filters,
              plan.frameRate(),
              name));
    }
    graph.append(joined(plan)).append(',').append(BLACK);
    // a still is meant to stand still
    if (plan.footage()) {
      graph.append(',').append(FROZEN);
    }
    // after the detectors: captions on a black picture must not hide it
    if (plan.captions() != null) {
      graph.append(",ass=").append(FilterEscape.option(plan.captions()));
    }
    return graph.append(",format=yuv420p[out]").toString();
  }

  private static String joined(SegmentPlan plan) {
    var kind = plan.transition();
    if (kind == null) {
      return "[l0]null";
    }
    var look =
        switch (kind) {
          case FADE -> "fade";
          case SLIDE -> "slideleft";
          case CUT -> throw new IllegalArgumentException("a cut has no frames of its own");
        };
    var length = Numbers.plain((double) plan.frames() / plan.frameRate());
    return String.format(
        Locale.ROOT, "[l0][l1]xfade=transition=%s:duration=%s:offset=0", look, length);
  }
}
