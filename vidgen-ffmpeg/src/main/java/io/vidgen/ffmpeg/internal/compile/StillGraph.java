package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Motion;
import java.util.Locale;

/**
 * Filters that turn one picture into frames that move. The picture is decoded and fitted once;
 * zoompan then cuts each frame out of it.
 */
final class StillGraph {
  /** How far it grows, and how much larger than the frame it is while it wanders. */
  private static final double ZOOM = 0.12;

  /** Above this many pixels twice the size costs too much memory and time. */
  private static final long LARGE = 2_200_000;

  private StillGraph() {}

  static String of(LayerPlan layer, SegmentPlan plan, String name) {
    int width = plan.format().width();
    int height = plan.format().height();
    if (layer.motion() == Motion.NONE) {
      return FitGraph.of(layer, width, height, "yuv420p", name)
          + String.format(Locale.ROOT, ",loop=loop=%d:size=1,setpts=N", plan.frames());
    }
    int times = (long) width * height <= LARGE ? 2 : 1;
    // zoompan places its window at whole pixels, with subsampled colour at every other one: twice
    // the size without subsampling makes steps of half a pixel, which the eye takes for smooth
    return FitGraph.of(layer, width * times, height * times, "yuv444p", name)
        + String.format(
            Locale.ROOT,
            ",zoompan=%s:d=%d:s=%dx%d:fps=%d,setpts=N,format=yuv420p",
            window(layer),
            plan.frames(),
            width,
            height,
            plan.frameRate());
  }

  private static String window(LayerPlan layer) {
    // one still goes on from segment to segment: its place depends on all frames before
    var done =
        String.format(
            Locale.ROOT, "min(1\\,(on+%d)/%d)", layer.offset(), Math.max(1, layer.total() - 1));
    var still = Numbers.plain(1 + ZOOM);
    return switch (layer.motion()) {
      case ZOOM_IN -> centred(String.format(Locale.ROOT, "1+%s*%s", Numbers.plain(ZOOM), done));
      case ZOOM_OUT ->
          centred(String.format(Locale.ROOT, "%s-%s*%s", still, Numbers.plain(ZOOM), done));
      case PAN_LEFT -> wandering(still, "(iw-iw/zoom)*(1-" + done + ")", "(ih-ih/zoom)/2");
      case PAN_RIGHT -> wandering(still, "(iw-iw/zoom)*" + done, "(ih-ih/zoom)/2");
      case PAN_UP -> wandering(still, "(iw-iw/zoom)/2", "(ih-ih/zoom)*(1-" + done + ")");
      case PAN_DOWN -> wandering(still, "(iw-iw/zoom)/2", "(ih-ih/zoom)*" + done);
      case NONE -> throw new IllegalArgumentException("does not move");
    };
  }

  /** An even width keeps the centre where it is; rounded freely, the picture would tremble. */
  private static String centred(String zoom) {
    return String.format(
        Locale.ROOT, "z=iw/(2*round(iw/(2*(%s)))+0.5):x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2", zoom);
  }

  private static String wandering(String zoom, String x, String y) {
    return String.format(Locale.ROOT, "z=%s:x=%s:y=%s", zoom, x, y);
  }
}
