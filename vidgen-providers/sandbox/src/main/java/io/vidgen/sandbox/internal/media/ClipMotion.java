package io.vidgen.sandbox.internal.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the picture of one clip moves: a swaying character, or pictures that fade into each other.
 */
record ClipMotion(SceneClips.Order order) {
  /** What is drawn is at most so wide and high; larger videos show it enlarged. */
  private static final int LARGEST_DRAWING = 1280;

  private static final String ENCODE =
      "-c:v libx264 -preset ultrafast -crf 23 -bf 0 -g 24 -threads 1 -pix_fmt yuv420p"
          + " -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv"
          + " -video_track_timescale 12288 -an";

  /** What decides the picture. */
  String key() throws IOException {
    var first = order.first();
    var last = order.last();
    return String.join(
        " ",
        MediaCache.digest(order.scene()),
        order.width() + "x" + order.height() + "x" + order.seconds(),
        order.signatures().stream().map(Integer::toHexString).collect(Collectors.joining("+")),
        first == null ? "" : MediaCache.digest(first),
        last == null ? "" : MediaCache.digest(last));
  }

  BufferedImage place() {
    double scale = scale() / 2;
    return DrawnFigure.place(
        (int) (order.width() * scale), (int) (order.height() * scale), order.scene().hashCode());
  }

  BufferedImage figure() {
    double scale = scale();
    return DrawnFigure.figure(
        (int) (wide() * scale), (int) (tall() * scale), order.signatures().get(0));
  }

  /** Whether there is more to show than one character. */
  boolean hasPatches() {
    return order.first() == null && order.signatures().size() > 1;
  }

  /** A flat area for each colour but the first, which is the character's. */
  BufferedImage patches() {
    return DrawnFigure.patches(order.width(), order.height(), others());
  }

  private List<Integer> others() {
    return order.signatures().subList(1, order.signatures().size());
  }

  private double scale() {
    return Math.min(1, LARGEST_DRAWING / (double) Math.max(order.width(), order.height()));
  }

  private int tall() {
    return (int) (order.height() * 0.62) / 2 * 2;
  }

  private int wide() {
    return (int) Math.min(order.width() * 0.6, tall() * 0.6) / 2 * 2;
  }

  private int frames() {
    return order.seconds() * SceneClips.RATE;
  }

  List<String> arguments(Path place, Path figure, Path patches, Path file) {
    var first = order.first();
    var last = order.last();
    var arguments = new ArrayList<String>();
    if (first == null) {
      input(arguments, place);
      input(arguments, figure);
      if (hasPatches()) {
        input(arguments, patches);
      }
    } else {
      input(arguments, first);
      if (last != null) {
        input(arguments, last);
      }
    }
    var graph = first == null ? character() : last == null ? alone() : fading();
    arguments.addAll(List.of("-filter_complex", graph, "-map", "[v]"));
    arguments.addAll(List.of("-frames:v", String.valueOf(frames())));
    arguments.addAll(List.of(ENCODE.split(" ", -1)));
    arguments.add(file.toString());
    return arguments;
  }

  private static void input(List<String> arguments, Path picture) {
    arguments.addAll(List.of(FfmpegTool.LOCAL_ONLY, "file,pipe"));
    arguments.addAll(List.of("-framerate", String.valueOf(SceneClips.RATE)));
    arguments.addAll(List.of("-i", picture.toString()));
  }

  private String character() {
    return format(
            "[0:v]scale=%d:%d:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,"
                + "loop=-1:1:0,setpts=N,scroll=h=0.0007[place];",
            order.width(), order.height())
        + format(
            "[1:v]scale=%d:%d:out_color_matrix=bt709:out_range=tv,format=yuva420p,"
                + "loop=-1:1:0,setpts=N[figure];",
            wide(), tall())
        + format(
            "[place][figure]overlay=x='%d+%d*sin(2*PI*t/3)':y=%d,format=yuv420p[%s]",
            (order.width() - wide()) / 2,
            order.width() * 3 / 100,
            order.height() - tall(),
            hasPatches() ? "scene" : "v")
        + (hasPatches() ? besides() : "");
  }

  private String besides() {
    return format(
        ";[2:v]scale=in_range=pc:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
            + "loop=-1:1:0,setpts=N[patches];[scene][patches]overlay=x=%d:y=%d,format=yuv420p[v]",
        DrawnFigure.margin(order.width(), order.height()) / 2 * 2,
        DrawnFigure.margin(order.width(), order.height()) / 2 * 2);
  }

  private String alone() {
    return still(0, "v");
  }

  private String fading() {
    double fade = Math.max(1, order.seconds() - 1.5);
    return still(0, "a")
        + ";"
        + still(1, "b")
        + format(";[a][b]xfade=transition=fade:duration=%.2f:offset=0.5,format=yuv420p[v]", fade);
  }

  /** A picture over itself: it sways, and is where it belongs at the beginning and the end. */
  private String still(int input, String name) {
    int swings = 2 * Math.max(1, Math.round(order.seconds() / 3f));
    return format(
            "[%d:v]scale=%d:%d:force_original_aspect_ratio=increase:out_color_matrix=bt709:"
                + "out_range=tv,crop=%d:%d,setsar=1,format=yuv420p,loop=-1:1:0,setpts=N,split[s%d][t%d];",
            input, order.width(), order.height(), order.width(), order.height(), input, input)
        + format(
            "[s%d][t%d]overlay=x='%d*sin(%d*PI*t/%d)':y=0,format=yuv420p,"
                + "trim=end_frame=%d[%s]",
            input, input, order.width() * 4 / 100, swings, order.seconds(), frames(), name);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
