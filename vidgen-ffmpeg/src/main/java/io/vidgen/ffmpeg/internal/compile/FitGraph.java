package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Fit;
import java.util.Locale;

/** Filters that fit a picture of any shape into a frame. */
final class FitGraph {
  private static final double SAME_SHAPE = 0.01;
  private static final int BLUR_SHRINK = 8;

  private FitGraph() {}

  /**
   * The filters, a part of a chain; square pixels, BT.709, exactly the wanted size.
   *
   * @param name what its inner labels begin with
   */
  static String of(LayerPlan layer, int width, int height, String pixels, String name) {
    var fit = sameShape(layer, width, height) ? Fit.COVER : layer.fit();
    var color = color(layer);
    return square(layer)
        + switch (fit) {
          case COVER ->
              String.format(
                  Locale.ROOT,
                  "scale=%d:%d:force_original_aspect_ratio=increase:%s,crop=%d:%d,setsar=1,format=%s",
                  width,
                  height,
                  color,
                  width,
                  height,
                  pixels);
          case CONTAIN ->
              String.format(
                  Locale.ROOT,
                  "scale=%d:%d:force_original_aspect_ratio=decrease:force_divisible_by=2:%s,"
                      + "pad=%d:%d:-1:-1:black,setsar=1,format=%s",
                  width,
                  height,
                  color,
                  width,
                  height,
                  pixels);
          case BLURRED_FILL -> blurred(color, width, height, pixels, name);
        };
  }

  /** Televisions and old cameras store pictures narrower or wider than they are shown. */
  private static String square(LayerPlan layer) {
    return layer.square()
        ? ""
        : String.format(Locale.ROOT, "scale=%d:%d,", layer.width(), layer.height());
  }

  /** The copy is blurred small, which looks the same and costs a hundredth. */
  private static String blurred(String color, int width, int height, String pixels, String name) {
    int smallWidth = even(width / BLUR_SHRINK);
    int smallHeight = even(height / BLUR_SHRINK);
    double sigma = Math.max(2, Math.min(smallWidth, smallHeight) / 16.0);
    var overlay = pixels.equals("yuv444p") ? "yuv444" : "yuv420";
    return String.format(
        Locale.ROOT,
        "split[%1$sfront][%1$sback];"
            + "[%1$sback]scale=%2$d:%3$d:force_original_aspect_ratio=increase:%4$s,"
            + "crop=%2$d:%3$d,gblur=sigma=%5$s:steps=2,"
            + "format=yuv420p,lutyuv=y=16+(val-16)*0.62:u=128+(val-128)*0.85:v=128+(val-128)*0.85,"
            + "scale=%6$d:%7$d:flags=bilinear,setsar=1,format=%8$s[%1$sfill];"
            + "[%1$sfront]scale=%6$d:%7$d:force_original_aspect_ratio=decrease:"
            + "force_divisible_by=2:%4$s,setsar=1,format=%8$s[%1$swhole];"
            + "[%1$sfill][%1$swhole]overlay=(W-w)/2:(H-h)/2:format=%9$s,format=%8$s",
        name,
        smallWidth,
        smallHeight,
        color,
        Numbers.plain(sigma),
        width,
        height,
        pixels,
        overlay);
  }

  private static boolean sameShape(LayerPlan layer, int width, int height) {
    double ratio = (double) layer.width() * height / ((double) layer.height() * width);
    return Math.abs(ratio - 1) <= SAME_SHAPE;
  }

  /**
   * Pictures and untagged small videos are BT.601 to ffmpeg; untagged HD is BT.709 in practice, and
   * would turn greenish if it were converted once more.
   */
  private static String color(LayerPlan layer) {
    boolean hd = layer.width() >= 1000 || layer.height() >= 600;
    var from =
        !layer.input().still() && !layer.colorsTagged() && hd ? "in_color_matrix=bt709:" : "";
    return from + "out_color_matrix=bt709:out_range=tv";
  }

  private static int even(int pixels) {
    return Math.max(2, pixels / 2 * 2);
  }
}
