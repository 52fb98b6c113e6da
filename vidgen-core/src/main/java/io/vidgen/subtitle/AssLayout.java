package io.vidgen.subtitle;

import java.lang.Character.UnicodeScript;

/**
 * A style in the pixels of one frame: sizes, edges, and the size at which a cue's widest line still
 * fits between the edges.
 */
final class AssLayout {

  /** Never smaller than this share of the style's size, however long the line is. */
  private static final double SMALLEST = 0.35;

  private final CaptionStyle style;
  private final double scale;
  private final int side;
  private final int vertical;
  private final int room;

  AssLayout(CaptionStyle style, int width, int height) {
    this.style = style;
    this.scale = height / 1920.0;
    SafeZone.Edges edges = style.safeZone().edges(width, height);
    int least = (int) Math.round(style.margin() * Math.min(width / 1080.0, height / 1920.0));
    this.side = Math.max(least, Math.max(edges.left(), edges.right()));
    this.vertical =
        switch (style.position()) {
          case TOP -> Math.max(least, edges.top());
          case BOTTOM -> Math.max(least, edges.bottom());
          case MIDDLE -> least;
        };
    this.room = width - 2 * side;
  }

  /** The same on both sides, so that captions stand in the middle. */
  int sideMargin() {
    return side;
  }

  int verticalMargin() {
    return vertical;
  }

  double pixels(double size) {
    return Math.round(size * scale * 100) / 100.0;
  }

  int fontSize() {
    return Math.max(1, (int) Math.round(style.fontSize() * scale));
  }

  /** The size for the letters of one script in a cue that is shrunk by a factor. */
  int fontSize(UnicodeScript script, double shrink) {
    double size = style.fontSize() * scale * style.scaleOf(script) * shrink;
    return Math.max(1, (int) Math.round(size));
  }

  /** 1, or less when the widest line would reach beyond the edges. */
  double shrink(Cue cue) {
    double widest = 0;
    for (String line : cue.lines()) {
      double size = style.fontSize() * scale * style.scaleOf(Scripts.of(line));
      widest = Math.max(widest, advance(line) * size);
    }
    widest += 2 * pixels(style.outline());
    return widest <= room ? 1 : Math.max(SMALLEST, room / widest);
  }

  /**
   * The width of a line as a multiple of the font size, with averages of a heavy sans (Montserrat
   * ExtraBold, Noto Sans Arabic and SC) as libass draws them.
   */
  private double advance(String line) {
    double sum = 0;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      sum += advance(line.codePointAt(i));
    }
    return style.mode() == CaptionMode.POP ? sum * 1.04 : sum;
  }

  private static double advance(int c) {
    if (Scripts.isZeroWidth(c)) {
      return 0;
    }
    if (Scripts.isWide(c)) {
      return 0.66;
    }
    if ("ijlI.,;:!'’|()[] \u00A0\u202F".indexOf(c) >= 0) {
      return 0.22;
    }
    if ("mwMW%@".indexOf(c) >= 0) {
      return 0.65;
    }
    if (Character.isUpperCase(c)) {
      return 0.53;
    }
    return UnicodeScript.of(c) == UnicodeScript.ARABIC ? 0.25 : 0.44;
  }
}
