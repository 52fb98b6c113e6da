package io.vidgen.subtitle;

/**
 * The edges of a vertical video that an app covers with its own buttons and texts, in pixels of a
 * 1080x1920 frame.
 *
 * <p>The figures are rounded from what the platforms' help pages for advertisers and design guides
 * commonly gave in 2025. Apps move their buttons without notice: take them as good practice, and
 * make your own zone where you know better.
 *
 * @param top pixels from the upper edge, 0 to 900
 * @param right pixels from the right edge, 0 to 500
 * @param bottom pixels from the lower edge, 0 to 900
 * @param left pixels from the left edge, 0 to 500
 */
public record SafeZone(int top, int right, int bottom, int left) {

  /** Nothing is covered. */
  public static final SafeZone NONE = new SafeZone(0, 0, 0, 0);

  /** TikTok, in-feed: top 130, right 140, bottom 484, left 60. */
  public static final SafeZone TIKTOK = new SafeZone(130, 140, 484, 60);

  /** Instagram and Facebook Reels: 14 % of the top, 35 % of the bottom, 6 % of each side. */
  public static final SafeZone REELS = new SafeZone(269, 65, 672, 65);

  /** YouTube Shorts: top 288, right 192, bottom 672, left 48. */
  public static final SafeZone SHORTS = new SafeZone(288, 192, 672, 48);

  /** Free on all of the above: top 288, right 192, bottom 672, left 65. */
  public static final SafeZone ALL = TIKTOK.union(REELS).union(SHORTS);

  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if an edge is out of its range
   */
  public SafeZone {
    boolean vertical = top >= 0 && top <= 900 && bottom >= 0 && bottom <= 900;
    boolean horizontal = left >= 0 && left <= 500 && right >= 0 && right <= 500;
    if (!vertical || !horizontal) {
      throw new IllegalArgumentException(
          "edges of a safe zone must be 0 to 900 (top, bottom) and 0 to 500 (left, right): "
              + top
              + ", "
              + right
              + ", "
              + bottom
              + ", "
              + left);
    }
  }

  /**
   * What is covered by either zone.
   *
   * @param other another zone
   * @return the larger edge on each side
   */
  public SafeZone union(SafeZone other) {
    return new SafeZone(
        Math.max(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom),
        Math.max(left, other.left));
  }

  /**
   * The zone in pixels of another frame. Upright frames take it in proportion. The apps cover
   * square and wide frames differently, mostly not at all: there, any zone but {@link #NONE}
   * becomes the 5 % on each side that television keeps free of titles.
   *
   * @param width the frame's width in pixels, from 1
   * @param height the frame's height in pixels, from 1
   * @return the edges in pixels of that frame, rounded
   */
  Edges edges(int width, int height) {
    if (equals(NONE)) {
      return new Edges(0, 0, 0, 0);
    }
    if (width >= height) {
      int side = scaled(width, 1, 20);
      int edge = scaled(height, 1, 20);
      return new Edges(edge, side, edge, side);
    }
    return new Edges(
        scaled(top, height, HEIGHT),
        scaled(right, width, WIDTH),
        scaled(bottom, height, HEIGHT),
        scaled(left, width, WIDTH));
  }

  private static int scaled(int value, int by, int of) {
    return (int) Math.round(value * (double) by / of);
  }

  /** Edges in the pixels of a given frame. */
  record Edges(int top, int right, int bottom, int left) {}
}
