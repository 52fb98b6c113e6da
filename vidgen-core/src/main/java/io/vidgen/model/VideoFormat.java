package io.vidgen.model;

/**
 * Size of a picture or video in pixels.
 *
 * @param width 16 to 7680, even
 * @param height 16 to 7680, even
 */
public record VideoFormat(int width, int height) {
  /** 9:16, 1080x1920: TikTok, Reels, Shorts. */
  public static final VideoFormat PORTRAIT = new VideoFormat(1080, 1920);

  /** 16:9, 1920x1080. */
  public static final VideoFormat LANDSCAPE = new VideoFormat(1920, 1080);

  /** 1:1, 1080x1080. */
  public static final VideoFormat SQUARE = new VideoFormat(1080, 1080);

  /** 4:5, 1080x1350: feed posts. */
  public static final VideoFormat FEED = new VideoFormat(1080, 1350);

  /**
   * Checks the range; H.264 in yuv420p needs even numbers.
   *
   * @throws IllegalArgumentException if a side is odd or out of range
   */
  public VideoFormat {
    check("width", width);
    check("height", height);
  }

  /**
   * Reads {@code 9:16}, {@code 16:9}, {@code 1:1}, {@code 4:5} or {@code 1080x1920}.
   *
   * @param text the ratio or size
   * @return the format
   * @throws IllegalArgumentException if it is none of these
   */
  public static VideoFormat parse(String text) {
    return switch (text) {
      case "9:16" -> PORTRAIT;
      case "16:9" -> LANDSCAPE;
      case "1:1" -> SQUARE;
      case "4:5" -> FEED;
      default -> parseSize(text);
    };
  }

  private static VideoFormat parseSize(String text) {
    var size = text.split("x", -1);
    try {
      if (size.length == 2) {
        return new VideoFormat(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(unreadable(text), e);
    }
    throw new IllegalArgumentException(unreadable(text));
  }

  private static String unreadable(String text) {
    return "format '" + text + "': use 9:16, 16:9, 1:1, 4:5 or a size like 1080x1920";
  }

  private static void check(String side, int pixels) {
    if (pixels < 16 || pixels > 7680 || pixels % 2 != 0) {
      throw new IllegalArgumentException(
          side + " must be an even number from 16 to 7680, not " + pixels);
    }
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
